package io.millrace.streams.state;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.streams.avro.MarksState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A task's marks: in memory, and in a store in blocks of a few that follow each other. */
public final class MarksStore implements MarkLog, StepState {
    private final StateSection section;
    private final Map<InstrumentId, MarkBlocks> instruments = new HashMap<>();
    private final TreeSet<InstrumentId> changed = new TreeSet<>();

    public MarksStore(StateSection section) {
        this.section = section;
        var reader = new StateReader<>(MarksState.class, MarksState.getClassSchema());
        section.forEach(bytes -> {
            var block = clocks(reader.read(bytes));
            of(block.get(0).instrument()).load(block);
        });
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
                    .write(
                            (start, block) -> section.put(key(instrument, start), block),
                            start -> section.delete(key(instrument, start)));
        }
        changed.clear();
    }

    private SortedKey key(InstrumentId instrument, long start) {
        return section.key().text(instrument.toString()).number(start);
    }

    private MarkBlocks of(InstrumentId instrument) {
        return instruments.computeIfAbsent(instrument, i -> new MarkBlocks());
    }

    private static List<Clock> clocks(MarksState state) {
        var instrument = InstrumentId.of(state.getInstrument());
        return state.getMarks().stream()
                .map(m -> new Clock(
                        instrument,
                        m.getPartition(),
                        m.getTimeNanos(),
                        m.getMark() == null ? null : new Price(m.getMark()),
                        m.getMarkTimeNanos(),
                        m.getQuality()))
                .toList();
    }
}
