package io.millrace.core.portfolio;

import io.millrace.core.clock.Clock;
import io.millrace.core.order.ExecutionReport;

/** What portfolio sends. */
public interface PortfolioOutput {
    /** A position after a fill. */
    void position(AccountPosition position);

    /** An account's worth after a fill, or after a new mark of an instrument that it holds. */
    void equity(EquityPoint point);

    /** Everything of this task on the instrument up to the clock is out. */
    void clock(Clock clock);

    /** A mark at which an account is worth what cannot be counted, and why; the account keeps the one before. */
    void unvalued(String accountId, Clock mark, String reason);

    /** A report that cannot be its order's next, or that cannot be counted, and why; it changed nothing. */
    void refused(ExecutionReport report, String reason);
}
