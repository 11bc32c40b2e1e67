package io.millrace.gateway.view;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.portfolio.Position;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.RiskCode;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.TradingMode;
import java.util.List;

/** What the other stages could have said. */
public final class Events {
    public static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");

    private Events() {}

    public static OrderIntent intent(String id) {
        return new OrderIntent(
                id,
                Action.SUBMIT,
                "rsi",
                1,
                "alice",
                BTC,
                1,
                1_000,
                Ordering.EVENT_TIME,
                OrderTerms.market(Side.BUY, Quantity.of("2")),
                null,
                "RSI 29");
    }

    public static OrderIntent cancel(String id, String orderId) {
        return new OrderIntent(
                id, Action.CANCEL, "manual", 0, "alice", BTC, 2, 2_000, Ordering.ARRIVAL, null, orderId, "");
    }

    /** The order that follows from an intent, waiting for the first of its group if it is another. */
    public static ApprovedOrder order(OrderIntent intent, String orderId, OrderTerms terms) {
        var parent = orderId.equals(intent.intentId()) ? null : intent.intentId();
        return new ApprovedOrder(
                orderId,
                intent.intentId(),
                Action.SUBMIT,
                intent.accountId(),
                intent.strategyId(),
                intent.instrument(),
                terms,
                intent.ordering(),
                1_500,
                new OrderLink(intent.intentId(), parent, OrderLink.Rule.REDUCES));
    }

    /** A slice of 2 of an order that is split. */
    public static OrderIntent slice(String id, String parentOrderId, long number) {
        var whole = intent(id);
        return new OrderIntent(
                id,
                Action.SUBMIT,
                whole.strategyId(),
                1,
                whole.accountId(),
                BTC,
                number,
                1_000,
                Ordering.EVENT_TIME,
                whole.terms(),
                null,
                "",
                List.of(),
                null,
                null,
                parentOrderId);
    }

    public static OrderIntent command(Action action) {
        return new OrderIntent(
                "command", action, "manual", 0, "alice", null, 3, 3_000, Ordering.ARRIVAL, null, null, "");
    }

    public static OrderIntent replace(String id, String orderId, OrderTerms terms) {
        return new OrderIntent(
                id, Action.REPLACE, "manual", 0, "alice", BTC, 2, 2_000, Ordering.ARRIVAL, terms, orderId, "");
    }

    public static RiskDecision approved(OrderIntent intent) {
        return decision(intent, true);
    }

    /** One check objects, one does not. */
    public static RiskDecision rejected(OrderIntent intent) {
        return decision(intent, false);
    }

    private static RiskDecision decision(OrderIntent intent, boolean approved) {
        var checks = List.of(
                new CheckResult(RiskCode.ORDER_NOTIONAL_TOO_LARGE, approved, "25000", "20000", "USD"),
                new CheckResult(RiskCode.PRICE_STALE, true, "10", "1000", "ms"));
        return new RiskDecision(
                intent,
                approved,
                approved ? intent.intentId() : null,
                checks,
                "careful",
                3,
                TradingMode.NORMAL,
                Price.of("800"),
                900,
                1_500,
                false);
    }

    public static ExecutionReport accepted(String orderId, int number) {
        return report(orderId, number, ExecutionType.ACCEPTED, "0", null);
    }

    public static ExecutionReport report(
            String orderId, int number, ExecutionType type, String quantity, String price) {
        return new ExecutionReport(
                orderId,
                orderId,
                number,
                type,
                "alice",
                "rsi",
                BTC,
                Side.BUY,
                Quantity.of("2"),
                Quantity.of(quantity),
                price == null ? null : Price.of(price),
                Quantity.of(quantity),
                price == null ? Money.ZERO : Money.of("0.8"),
                price == null ? 0 : 77,
                2_000 + number,
                "");
    }

    public static AccountPosition position(String accountId, String quantity, String cost) {
        return new AccountPosition(
                accountId,
                new Position(BTC, Quantity.of(quantity), Money.of(cost), Money.of("12.5"), Money.of("1.6")),
                3_000);
    }

    public static EquityPoint equity(String accountId, String equity) {
        return new EquityPoint(
                accountId,
                4_000,
                Money.of("1000"),
                Money.of(equity),
                Money.of(equity).minus(Money.of("1000")),
                Money.ZERO,
                Money.ZERO,
                Money.of(equity));
    }
}
