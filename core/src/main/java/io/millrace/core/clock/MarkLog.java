package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The upstream clocks of each instrument in event-time order, each with the mark that was known then. Accounts read
 * them at their own pace: which marks concern an account is asked when it takes them, not when they come, since only
 * then it is certain what the account holds.
 */
public interface MarkLog {
    /** Adds a clock; one of the same instrument and time is replaced. */
    void put(Clock clock);

    /** The latest clock at or before a time, null if there is none. */
    Clock latest(InstrumentId instrument, long atOrBeforeNanos);

    /** The earliest clock after a time, null if there is none. */
    Clock next(InstrumentId instrument, long afterNanos);

    /** Forgets clocks before a time. */
    void removeBefore(InstrumentId instrument, long nanos);

    static MarkLog inMemory() {
        return new MarkLog() {
            private final Map<InstrumentId, NavigableMap<Long, Clock>> clocks = new HashMap<>();

            @Override
            public void put(Clock clock) {
                clocks.computeIfAbsent(clock.instrument(), i -> new TreeMap<>()).put(clock.timeNanos(), clock);
            }

            @Override
            public Clock latest(InstrumentId instrument, long atOrBeforeNanos) {
                var known = clocks.get(instrument);
                var entry = known == null ? null : known.floorEntry(atOrBeforeNanos);
                return entry == null ? null : entry.getValue();
            }

            @Override
            public Clock next(InstrumentId instrument, long afterNanos) {
                var entry = of(instrument).higherEntry(afterNanos);
                return entry == null ? null : entry.getValue();
            }

            @Override
            public void removeBefore(InstrumentId instrument, long nanos) {
                of(instrument).headMap(nanos).clear();
            }

            private NavigableMap<Long, Clock> of(InstrumentId instrument) {
                return clocks.getOrDefault(instrument, new TreeMap<>());
            }
        };
    }
}
