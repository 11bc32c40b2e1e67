package io.millrace.streams.state;

import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.market.InstrumentId;
import io.millrace.streams.avro.ClocksState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** A task's clocks, by instrument. */
public final class ClocksStore implements TaskClocks.Store, StepState {
    private static final StateSerde<InstrumentClocks> SERDE = new StateSerde<>(StateCodec.of(
            ClocksState.getClassSchema(),
            ClocksState.class,
            c -> new ClocksState(
                    c.instrument().toString(),
                    c.upstreamNanos(),
                    c.venueNanos(),
                    c.upstreamGivenUp(),
                    c.venueGivenUp(),
                    c.sentNanos()),
            s -> new InstrumentClocks(
                    InstrumentId.of(s.getInstrument()),
                    s.getUpstreamNanos(),
                    s.getVenueNanos(),
                    s.getUpstreamGivenUp(),
                    s.getVenueGivenUp(),
                    s.getSentNanos())));

    private final KeyValueStore<String, InstrumentClocks> store;
    private final SortedMap<InstrumentId, InstrumentClocks> changed = new TreeMap<>();

    public ClocksStore(String name, ProcessorContext<?, ?> context) {
        store = context.getStateStore(name);
    }

    public static StoreBuilder<KeyValueStore<String, InstrumentClocks>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), SERDE)
                .withCachingEnabled();
    }

    @Override
    public Collection<InstrumentClocks> all() {
        List<InstrumentClocks> clocks = new ArrayList<>();
        try (var entries = store.all()) {
            entries.forEachRemaining(entry -> clocks.add(entry.value));
        }
        return clocks;
    }

    @Override
    public void put(InstrumentClocks clocks) {
        changed.put(clocks.instrument(), clocks);
    }

    @Override
    public void write() {
        changed.forEach((instrument, clocks) -> store.put(instrument.toString(), clocks));
        changed.clear();
    }
}
