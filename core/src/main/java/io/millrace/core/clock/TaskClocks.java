package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** All clocks that one task of risk or portfolio has seen. A clock only ever advances: one that is sent again changes nothing. */
public final class TaskClocks {
    /** Where the clocks survive a restart. */
    public interface Store {
        /** Everything that was put, each instrument once. */
        Collection<InstrumentClocks> all();

        void put(InstrumentClocks clocks);
    }

    private final Store store;
    private final SortedMap<InstrumentId, InstrumentClocks> clocks = new TreeMap<>();

    public TaskClocks(Store store) {
        this.store = store;
        store.all().forEach(clock -> clocks.put(clock.instrument(), clock));
    }

    public InstrumentClocks of(InstrumentId instrument) {
        var known = clocks.get(instrument);
        return known == null ? InstrumentClocks.none(instrument) : known;
    }

    public Collection<InstrumentClocks> all() {
        return clocks.values();
    }

    /** Takes the clock of the stage before; false if it brought nothing new. */
    public boolean upstream(InstrumentId instrument, long nanos) {
        var known = of(instrument);
        return nanos > known.upstreamNanos() && put(known.upstreamAt(nanos));
    }

    /** Takes the venue's clock; false if it brought nothing new. */
    public boolean venue(InstrumentId instrument, long nanos) {
        var known = of(instrument);
        return nanos > known.venueNanos() && put(known.venueAt(nanos));
    }

    /** Remembers the clock that this task is to send; false if it does not advance. */
    public boolean sent(InstrumentId instrument, long nanos) {
        var known = of(instrument);
        return nanos > known.sentNanos() && put(known.sentAt(nanos));
    }

    /** Stops waiting for a clock until it advances again. */
    public void giveUp(Awaited awaited) {
        put(of(awaited.instrument()).givenUp(awaited.source()));
    }

    boolean isGivenUp(Awaited awaited) {
        var known = of(awaited.instrument());
        return awaited.source() == Awaited.Source.UPSTREAM ? known.upstreamGivenUp() : known.venueGivenUp();
    }

    private boolean put(InstrumentClocks clock) {
        clocks.put(clock.instrument(), clock);
        store.put(clock);
        return true;
    }
}
