package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Marks, kept in memory. */
public final class InMemoryMarkLog implements MarkLog {
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
}
