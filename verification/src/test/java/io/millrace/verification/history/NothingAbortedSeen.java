package io.millrace.verification.history;

import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is committed is worked out anew from the transaction markers in the broker's own files: a record counts once the
 * next marker of its producer in its partition commits it. Committed readers saw exactly that; with the other checkers,
 * which hold each stage's output against its committed input, no stage acted upon anything else.
 */
final class NothingAbortedSeen implements Checker {
    private record Writer(String topic, int partition, long producerId) {}

    @Override
    public String promise() {
        return "read-committed readers saw every committed record and no aborted one";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        history.log().ifPresent(log -> compare(committed(log), seen(history), log, violations));
        return violations.list();
    }

    private static Set<Place> committed(List<LogEntry> log) {
        var committed = new HashSet<Place>();
        Map<Writer, List<Place>> open = new HashMap<>();
        for (var entry : log) {
            var at = entry.at();
            var writer = new Writer(at.topic(), at.partition(), entry.producerId());
            switch (entry.kind()) {
                case DATA -> {
                    if (entry.isTransactional()) {
                        open.computeIfAbsent(writer, any -> new ArrayList<>()).add(at);
                    } else {
                        committed.add(at);
                    }
                }
                case COMMIT -> committed.addAll(open.getOrDefault(writer, List.of()));
                case ABORT -> {}
            }
            if (entry.kind() != LogEntry.Kind.DATA) {
                open.remove(writer);
            }
        }
        return committed;
    }

    private static Set<Place> seen(History history) {
        var seen = new HashSet<Place>();
        for (var topic : Topics.all()) {
            history.of(topic).forEach(logged -> seen.add(logged.at()));
            history.clocks(topic).forEach(logged -> seen.add(logged.at()));
        }
        history.letters().forEach(logged -> seen.add(logged.at()));
        history.unreadable().forEach(logged -> seen.add(logged.at()));
        return seen;
    }

    private static void compare(Set<Place> committed, Set<Place> seen, List<LogEntry> log, Violations violations) {
        for (var entry : log) {
            if (entry.kind() == LogEntry.Kind.DATA && History.holds(entry.at().topic())) {
                boolean isCommitted = committed.contains(entry.at());
                boolean isSeen = seen.contains(entry.at());
                violations.unless(isCommitted || !isSeen, "a record was seen that is not committed", entry);
                violations.unless(!isCommitted || isSeen, "a committed record was not seen", entry);
            }
        }
        var written = new HashSet<Place>();
        log.forEach(entry -> written.add(entry.at()));
        seen.stream()
                .filter(place -> !written.contains(place))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(place -> violations.add("a record was seen that is not in the log", place));
    }
}
