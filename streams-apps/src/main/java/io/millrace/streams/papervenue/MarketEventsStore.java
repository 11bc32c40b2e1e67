package io.millrace.streams.papervenue;

import io.millrace.core.execution.MarketEvent;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.streams.avro.MarketEventState;
import io.millrace.streams.avro.MarketEventsState;
import io.millrace.streams.state.SortedKey;
import io.millrace.streams.state.StateCodec;
import io.millrace.streams.state.StateSerde;
import io.millrace.streams.state.StepState;
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

/**
 * The trades that wait to be matched. They are kept in blocks that follow each other, so that taking one in or out is not
 * a write of its own; in memory are only the blocks at both ends.
 */
final class MarketEventsStore implements StepState {
    private static final StateSerde<List<MarketEvent>> SERDE = new StateSerde<>(StateCodec.of(
            MarketEventsState.getClassSchema(),
            MarketEventsState.class,
            MarketEventsStore::toAvro,
            MarketEventsStore::fromAvro));

    private final KeyValueStore<Bytes, List<MarketEvent>> store;
    private final SortedMap<InstrumentId, EventBlocks> instruments = new TreeMap<>();
    private final TreeSet<InstrumentId> changed = new TreeSet<>();

    MarketEventsStore(String name, ProcessorContext<?, ?> context) {
        store = context.getStateStore(name);
    }

    static StoreBuilder<KeyValueStore<Bytes, List<MarketEvent>>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), SERDE)
                .withCachingEnabled();
    }

    MarketEvent event(InstrumentId instrument, long number) {
        return of(instrument).event(number);
    }

    void put(InstrumentId instrument, long number, MarketEvent event) {
        of(instrument).put(number, event);
        changed.add(instrument);
    }

    void remove(InstrumentId instrument, long number) {
        of(instrument).remove(number);
        changed.add(instrument);
    }

    @Override
    public void write() {
        for (var instrument : changed) {
            of(instrument).write((block, events) -> store.put(key(instrument, block), events));
        }
        changed.clear();
    }

    private EventBlocks of(InstrumentId instrument) {
        return instruments.computeIfAbsent(instrument, i -> new EventBlocks(block -> store.get(key(i, block))));
    }

    private static Bytes key(InstrumentId instrument, long block) {
        return SortedKey.of(instrument.toString()).number(block).bytes();
    }

    private static MarketEventsState toAvro(List<MarketEvent> events) {
        return new MarketEventsState(
                events.get(0).trade().instrument().toString(),
                events.stream()
                        .map(event -> new MarketEventState(
                                event.timeNanos(),
                                event.trade().eventTimeNanos(),
                                event.trade().sequence(),
                                event.trade().price().units(),
                                event.trade().quantity().units(),
                                event.trade().aggressor().name()))
                        .toList());
    }

    private static List<MarketEvent> fromAvro(MarketEventsState state) {
        var instrument = InstrumentId.of(state.getInstrument());
        return state.getEvents().stream()
                .map(event -> new MarketEvent(
                        event.getTimeNanos(),
                        new Trade(
                                instrument,
                                event.getEventTimeNanos(),
                                event.getSequence(),
                                new Price(event.getPrice()),
                                new Quantity(event.getQuantity()),
                                AggressorSide.valueOf(event.getAggressor()))))
                .toList();
    }
}
