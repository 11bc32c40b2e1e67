package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far one risk task has decided on an instrument: T = min(signals' clock, earliest waiting moment − 1 ns) of those at
 * which it may decide: intents, and marks at which it may cancel an order by itself. Nothing decided at or before T can
 * still follow.
 *
 * <p>Reports and other marks do not hold it back: nothing is decided upon them.
 */
public final class RiskClock {
    private record Waiting(Moment moment, String accountId) implements Comparable<Waiting> {
        private static final Comparator<Waiting> ORDER =
                Comparator.comparing(Waiting::moment).thenComparing(Waiting::accountId);

        @Override
        public int compareTo(Waiting other) {
            return ORDER.compare(this, other);
        }
    }

    private final SortedMap<String, TreeSet<Waiting>> byInstrument = new TreeMap<>();
    private final SortedMap<String, TreeSet<Moment>> byAccount = new TreeMap<>();

    /** A moment of an account, at which something may be decided, begins to wait. */
    public void add(String accountId, Moment moment) {
        byInstrument.computeIfAbsent(moment.instrument(), i -> new TreeSet<>()).add(new Waiting(moment, accountId));
        byAccount.computeIfAbsent(accountId, a -> new TreeSet<>()).add(moment);
    }

    /** It was taken, or nothing will be decided then. */
    public void remove(String accountId, Moment moment) {
        byInstrument.getOrDefault(moment.instrument(), new TreeSet<>()).remove(new Waiting(moment, accountId));
        byAccount.getOrDefault(accountId, new TreeSet<>()).remove(moment);
    }

    /** T, given the signals' clock. */
    public long at(InstrumentId instrument, long signalsNanos) {
        var waiting = byInstrument.get(instrument.toString());
        return waiting == null || waiting.isEmpty()
                ? signalsNanos
                : Math.min(signalsNanos, waiting.first().moment().timeNanos() - 1);
    }

    /** The account's earliest moment that waits and at which something may be decided, null if there is none. */
    public Moment earliest(String accountId) {
        var waiting = byAccount.get(accountId);
        return waiting == null || waiting.isEmpty() ? null : waiting.first();
    }
}
