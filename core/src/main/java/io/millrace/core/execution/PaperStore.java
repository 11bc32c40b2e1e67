package io.millrace.core.execution;

import io.millrace.core.market.InstrumentId;
import java.util.Collection;

/** Where the paper venue's state survives a restart. Getters answer null, or nothing, for what was never put. */
public interface PaperStore {
    PaperClocks clocks(InstrumentId instrument);

    void put(PaperClocks clocks);

    PaperAccounts accounts(InstrumentId instrument);

    void put(PaperAccounts accounts);

    /** Commands on their way; asked for once after a start. */
    Collection<QueuedCommand> commands(InstrumentId instrument);

    void put(QueuedCommand command);

    void remove(QueuedCommand command);

    /** Open orders, and the final ones that are still remembered; asked for once after a start. */
    Collection<PaperOrder> orders(InstrumentId instrument);

    void put(PaperOrder order);

    void remove(PaperOrder order);

    /** The market event of a number; numbers grow by one per instrument and lane. */
    MarketEvent event(InstrumentId instrument, MarketLane.Kind lane, long number);

    void put(MarketLane.Kind lane, long number, MarketEvent event);

    /** Events are removed from the earliest on. */
    void remove(InstrumentId instrument, MarketLane.Kind lane, long number);
}
