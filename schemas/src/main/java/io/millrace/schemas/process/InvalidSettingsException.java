package io.millrace.schemas.process;

import java.util.List;

/** A process cannot start with the settings it was given; one line per error. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidSettingsException(List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
    }
}
