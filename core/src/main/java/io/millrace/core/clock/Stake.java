package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;
import java.util.SortedSet;

/** What an account has at stake, as far as it decides which clocks it has to wait for. */
public interface Stake {
    /** The moment it took last, null before the first. */
    Moment last();

    /** Instruments in which it has a position or an open order: it follows their marks. */
    SortedSet<InstrumentId> followed();

    /**
     * Instruments in which it has an open order that was decided before a time: a report of it may come up to that
     * time. An order decided at that very time cannot have acted yet, since a venue's latency is at least 1 ns.
     */
    SortedSet<InstrumentId> openBefore(long nanos);
}
