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
    /** How many holes are remembered; older ones count as missing. */
    static final int MAX_OPEN = 10_000;

    private final long patienceNanos;
    private final TreeMap<Long, Long> open = new TreeMap<>();
    private long highest;

    /**
     * @param highest the highest sequence that came before; 0 before the first
     * @param patienceNanos how long a hole may stay open
     */
    SequenceWatch(long highest, long patienceNanos) {
        this.highest = highest;
        this.patienceNanos = patienceNanos;
    }

    long highest() {
        return highest;
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
