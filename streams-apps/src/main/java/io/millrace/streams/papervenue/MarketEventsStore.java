package io.millrace.streams.papervenue;

import io.millrace.core.execution.MarketEvent;
import io.millrace.core.market.InstrumentId;
import io.millrace.streams.state.SortedKey;
import io.millrace.streams.state.StateSection;
import io.millrace.streams.state.StepState;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The market events of one kind that wait to be matched. They are kept in blocks that follow each other, so that taking one in or out is not
 * a write of its own; in memory are only the blocks at both ends.
 */
final class MarketEventsStore implements StepState {
    private final StateSection section;
    private final EventBlockFormat format;
    private final SortedMap<InstrumentId, EventBlocks> instruments = new TreeMap<>();
    private final TreeSet<InstrumentId> changed = new TreeSet<>();

    MarketEventsStore(StateSection section, EventBlockFormat format) {
        this.section = section;
        this.format = format;
    }

    MarketEvent event(InstrumentId instrument, long number) {
        return of(instrument).event(number);
    }

    void put(long number, MarketEvent event) {
        of(event.instrument()).put(number, event);
        changed.add(event.instrument());
    }

    void remove(InstrumentId instrument, long number) {
        of(instrument).remove(number);
        changed.add(instrument);
    }

    @Override
    public void write() {
        for (var instrument : changed) {
            of(instrument)
                    .write(
                            (block, events) -> section.put(key(instrument, block), events),
                            block -> section.delete(key(instrument, block)));
        }
        changed.clear();
    }

    private EventBlocks of(InstrumentId instrument) {
        return instruments.computeIfAbsent(
                instrument,
                i -> new EventBlocks(i.toString(), format, block -> format.read(section.get(key(i, block)))));
    }

    private SortedKey key(InstrumentId instrument, long block) {
        return section.key().text(instrument.toString()).number(block);
    }
}
