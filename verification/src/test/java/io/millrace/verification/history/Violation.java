package io.millrace.verification.history;

import java.util.List;

/**
 * A promise that did not hold.
 *
 * @param checker name of the checker that saw it
 * @param records that show it
 */
public record Violation(String checker, String what, List<String> records) {
    @Override
    public String toString() {
        return checker + ": " + what + (records.isEmpty() ? "" : "\n    " + String.join("\n    ", records));
    }
}
