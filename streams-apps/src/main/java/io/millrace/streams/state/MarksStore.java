package io.millrace.streams.state;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.streams.avro.MarkState;
import io.millrace.streams.avro.MarksState;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** A task's marks: in memory, and in a store in blocks of a few that follow each other. */
public final class MarksStore implements MarkLog, StepState {
    private static final StateSerde<List<Clock>> SERDE = new StateSerde<>(
            StateCodec.of(MarksState.getClassSchema(), MarksState.class, MarksStore::toAvro, MarksStore::fromAvro));

    private final KeyValueStore<Bytes, List<Clock>> store;
    private final SortedMap<InstrumentId, MarkBlocks> instruments = new TreeMap<>();
    private final TreeSet<InstrumentId> changed = new TreeSet<>();

    public MarksStore(String name, ProcessorContext<?, ?> context) {
        store = context.getStateStore(name);
        try (var entries = store.all()) {
            entries.forEachRemaining(
                    entry -> of(entry.value.get(0).instrument()).load(entry.value));
        }
    }

    public static StoreBuilder<KeyValueStore<Bytes, List<Clock>>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), SERDE)
                .withCachingEnabled();
    }

    @Override
    public void put(Clock clock) {
        of(clock.instrument()).put(clock);
        changed.add(clock.instrument());
    }

    @Override
    public Clock latest(InstrumentId instrument, long atOrBeforeNanos) {
        return of(instrument).latest(atOrBeforeNanos);
    }

    @Override
    public Clock next(InstrumentId instrument, long afterNanos) {
        return of(instrument).next(afterNanos);
    }

    @Override
    public void removeBefore(InstrumentId instrument, long nanos) {
        of(instrument).removeBefore(nanos);
        changed.add(instrument);
    }

    @Override
    public void write() {
        for (var instrument : changed) {
            of(instrument)
                    .write((start, block) -> store.put(
                            SortedKey.of(instrument.toString()).number(start).bytes(), block));
        }
        changed.clear();
    }

    private MarkBlocks of(InstrumentId instrument) {
        return instruments.computeIfAbsent(instrument, i -> new MarkBlocks());
    }

    private static MarksState toAvro(List<Clock> clocks) {
        return new MarksState(
                clocks.get(0).instrument().toString(),
                clocks.stream()
                        .map(c -> new MarkState(
                                c.partition(),
                                c.timeNanos(),
                                c.mark() == null ? null : c.mark().units(),
                                c.markTimeNanos()))
                        .toList());
    }

    private static List<Clock> fromAvro(MarksState state) {
        var instrument = InstrumentId.of(state.getInstrument());
        return state.getMarks().stream()
                .map(m -> new Clock(
                        instrument,
                        m.getPartition(),
                        m.getTimeNanos(),
                        m.getMark() == null ? null : new Price(m.getMark()),
                        m.getMarkTimeNanos()))
                .toList();
    }
}
