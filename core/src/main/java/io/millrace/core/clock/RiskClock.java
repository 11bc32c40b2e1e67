package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far one risk task has decided on an instrument: T = min(signals' clock, earliest waiting intent − 1 ns). No order
 * decided at or before T can still follow.
 *
 * <p>Waiting reports and marks do not hold it back: they bring no orders.
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

    /** An account's intent begins to wait. */
    public void add(String accountId, Moment intent) {
        byInstrument.computeIfAbsent(intent.instrument(), i -> new TreeSet<>()).add(new Waiting(intent, accountId));
        byAccount.computeIfAbsent(accountId, a -> new TreeSet<>()).add(intent);
    }

    /** An account's intent was decided. */
    public void remove(String accountId, Moment intent) {
        byInstrument.getOrDefault(intent.instrument(), new TreeSet<>()).remove(new Waiting(intent, accountId));
        byAccount.getOrDefault(accountId, new TreeSet<>()).remove(intent);
    }

    /** T, given the signals' clock. */
    public long at(InstrumentId instrument, long signalsNanos) {
        var waiting = byInstrument.get(instrument.toString());
        return waiting == null || waiting.isEmpty()
                ? signalsNanos
                : Math.min(signalsNanos, waiting.first().moment().timeNanos() - 1);
    }

    /** The account's earliest intent that waits, null if none does. */
    public Moment earliest(String accountId) {
        var waiting = byAccount.get(accountId);
        return waiting == null || waiting.isEmpty() ? null : waiting.first();
    }
}
