package io.millrace.streams.papervenue;

import io.millrace.core.execution.MarketEvent;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.streams.avro.MarketEventsState;
import io.millrace.streams.state.SortedKey;
import io.millrace.streams.state.StateReader;
import io.millrace.streams.state.StateSection;
import io.millrace.streams.state.StepState;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The trades that wait to be matched. They are kept in blocks that follow each other, so that taking one in or out is not
 * a write of its own; in memory are only the blocks at both ends.
 */
final class MarketEventsStore implements StepState {
    private final StateSection section;
    private final StateReader<MarketEventsState> reader =
            new StateReader<>(MarketEventsState.class, MarketEventsState.getClassSchema());
    private final SortedMap<InstrumentId, EventBlocks> instruments = new TreeMap<>();
    private final TreeSet<InstrumentId> changed = new TreeSet<>();

    MarketEventsStore(StateSection section) {
        this.section = section;
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
            of(instrument).write((block, events) -> section.put(key(instrument, block), events));
        }
        changed.clear();
    }

    private EventBlocks of(InstrumentId instrument) {
        return instruments.computeIfAbsent(
                instrument, i -> new EventBlocks(i.toString(), block -> read(section.get(key(i, block)))));
    }

    private SortedKey key(InstrumentId instrument, long block) {
        return section.key().text(instrument.toString()).number(block);
    }

    private List<MarketEvent> read(byte[] bytes) {
        if (bytes == null) {
            return List.of();
        }
        var block = reader.read(bytes);
        var instrument = InstrumentId.of(block.getInstrument());
        return block.getEvents().stream()
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
