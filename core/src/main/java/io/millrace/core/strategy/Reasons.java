package io.millrace.core.strategy;

import java.util.Locale;

/** Numbers in a reason, for people. */
final class Reasons {
    private Reasons() {}

    static String of(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
