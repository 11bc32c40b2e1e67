package io.millrace.core.execution;

import io.millrace.core.clock.Clock;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.VenueCommand;

/** What the paper venue sends. Per account and instrument a clock follows every report it speaks of. */
public interface PaperOutput {
    void report(ExecutionReport report);

    /** For the account: everything on the instrument up to the clock is out. */
    void clock(String accountId, Clock clock);

    /** A command that changed nothing, and why: it was received before, or cancels an order that never came here. */
    void dropped(VenueCommand command, String reason);

    /** A market event stamped too far ahead was not confirmed: it fills nothing. */
    default void refuted(MarketEvent event) {}
}
