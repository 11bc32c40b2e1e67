package io.millrace.core.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;

/** What risk sends, in this order per instrument: a clock follows everything it speaks of. */
public interface RiskOutput {
    void decided(RiskDecision decision);

    /** An order, or the cancel of one, that follows from the decision just sent; to be routed. */
    void approved(ApprovedOrder order);

    /** For the venues: every order on the instrument decided up to the clock is out. */
    void clockToVenues(Clock clock);

    /**
     * For portfolio: every decision of this task on the instrument up to the clock is out. One for each clock that
     * signals sent, at its time and with its mark.
     */
    void clockToPortfolio(Clock clock);

    /** An intent that was decided before came again and was dropped. */
    void duplicate(OrderIntent intent);

    /** A mark at which an account is worth what cannot be counted, and why; the account keeps the one before. */
    void unvalued(String accountId, Clock mark, String reason);

    /** A report that cannot be its order's next, or that cannot be counted, and why; it changed nothing. */
    void refused(ExecutionReport report, String reason);
}
