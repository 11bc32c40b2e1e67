package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The clocks of a task, kept in memory. */
public final class InMemoryTaskClocks implements TaskClocks.Store {
    private final SortedMap<InstrumentId, InstrumentClocks> clocks = new TreeMap<>();

    @Override
    public Collection<InstrumentClocks> all() {
        return clocks.values();
    }

    @Override
    public void put(InstrumentClocks clock) {
        clocks.put(clock.instrument(), clock);
    }
}
