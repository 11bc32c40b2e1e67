package io.millrace.core.proof;

/** Something reads the future. */
public final class LookAheadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LookAhead lookAhead;

    LookAheadException(LookAhead lookAhead) {
        super(lookAhead.toString());
        this.lookAhead = lookAhead;
    }

    public LookAhead lookAhead() {
        return lookAhead;
    }
}
