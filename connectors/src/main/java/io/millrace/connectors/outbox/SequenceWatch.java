package io.millrace.connectors.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Watches the rows' sequence for holes and repetitions. Transactions commit in another order than they take their
 * numbers, and one that is rolled back never commits its own, so a hole is reported only when it stays open. (After a
 * crash Postgres itself skips up to 32 numbers.)
 */
final class SequenceWatch {
    /** How many holes are watched; older ones count as missing. */
    private static final int MAX_OPEN = 10_000;
    /** How many of them a restart remembers. */
    private static final int MAX_REMEMBERED = 1_000;

    private final long patienceNanos;
    private final TreeMap<Long, Long> open = new TreeMap<>();
    private long highest;

    /**
     * @param state as {@link #state} gave it, empty before the first row
     * @param patienceNanos how long a hole may stay open
     */
    SequenceWatch(String state, long nowNanos, long patienceNanos) {
        this.patienceNanos = patienceNanos;
        if (!state.isEmpty()) {
            var numbers = state.split(" ", -1);
            highest = Long.parseLong(numbers[0]);
            for (int i = 1; i < numbers.length; i++) {
                open.put(Long.parseLong(numbers[i]), nowNanos);
            }
        }
    }

    /** The highest sequence that came, and the latest open holes. */
    String state() {
        var state = new StringBuilder().append(highest);
        open.descendingKeySet().stream().limit(MAX_REMEMBERED).forEach(hole -> state.append(' ')
                .append(hole.longValue()));
        return state.toString();
    }

    /** Whether the sequence is seen for the first time. */
    boolean isNew(long sequence, long nowNanos) {
        if (sequence <= highest) {
            return open.remove(sequence) != null;
        }
        for (long hole = Math.max(highest + 1, sequence - MAX_OPEN); hole < sequence; hole++) {
            open.put(hole, nowNanos);
        }
        highest = sequence;
        return true;
    }

    /** The holes that have been open for too long, once each. */
    List<Long> missing(long nowNanos) {
        var missing = new ArrayList<Long>();
        for (Map.Entry<Long, Long> hole : open.entrySet()) {
            if (nowNanos - hole.getValue() > patienceNanos || open.size() - missing.size() > MAX_OPEN) {
                missing.add(hole.getKey());
            }
        }
        missing.forEach(open::remove);
        return missing;
    }
}
