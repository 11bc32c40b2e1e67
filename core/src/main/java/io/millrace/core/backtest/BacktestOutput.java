package io.millrace.core.backtest;

import io.millrace.core.market.Bar;
import io.millrace.core.market.Trade;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.risk.RiskDecision;

/** What the stages say, each in its own order: what the platform would write to its topics. */
public interface BacktestOutput {
    /** A bar, known at an event time. */
    default void bar(Bar bar, long knownAtNanos) {}

    default void intent(OrderIntent intent) {}

    default void decided(RiskDecision decision) {}

    default void command(VenueCommand command) {}

    default void report(ExecutionReport report) {}

    default void position(AccountPosition position) {}

    default void equity(EquityPoint point) {}

    /** A trade that is in no bar: the platform has a dead letter of it. */
    default void refused(Trade trade, Refusal refusal) {}

    /** A stage refused something that another one sent, and why. */
    default void refused(String what, String reason) {}

    /** Why a trade is in no bar. */
    enum Refusal {
        /** Its bar was closed before. */
        LATE,
        /** Price, quantity or time cannot be. */
        INVALID,
        /** Volume or notional of its bar would be too large. */
        OVERFLOW,
        /** It takes back or corrects a trade that is not known, or not remembered any more. */
        UNKNOWN,
        /** It was stamped too far ahead, and nothing confirmed it. */
        FUTURE
    }
}
