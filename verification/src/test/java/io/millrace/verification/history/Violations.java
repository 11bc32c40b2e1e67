package io.millrace.verification.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects what a checker finds. */
final class Violations {
    private final String checker;
    private final List<Violation> found = new ArrayList<>();

    Violations(Checker checker) {
        this.checker = checker.getClass().getSimpleName();
    }

    /** @param records that show it; null is left out */
    void add(String what, Object... records) {
        var shown = Stream.of(records).filter(record -> record != null).map(Object::toString);
        found.add(new Violation(checker, what, shown.toList()));
    }

    void unless(boolean holds, String what, Object... records) {
        if (!holds) {
            add(what, records);
        }
    }

    List<Violation> list() {
        return List.copyOf(found);
    }
}
