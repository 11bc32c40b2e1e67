package io.millrace.local.demo;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.Margin;
import io.millrace.core.portfolio.Portfolio;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.RiskCode;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.TradingMode;
import io.millrace.schemas.InMemoryRegistry;
import java.util.List;

/** A small replay in which everything is right, to be spoiled by tests: three trades, one order bought, one refused. */
final class Replay {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final long SECOND = 1_000_000_000L;

    private static final OrderTerms TERMS = OrderTerms.market(Side.BUY, Quantity.of("0.5"));

    private final Harvest harvest = new Harvest(new InMemoryRegistry());
    private Portfolio portfolio = Portfolio.empty("demo").deposit(Money.of("1000"), 0);

    private Replay() {}

    static Replay whole() {
        var replay = new Replay();
        replay.market();
        replay.trading().account(new Account("demo", 1, "USD", Money.of("1000"), "demo", 0));
        replay.decide("bought", true);
        replay.decide("refused", false);
        replay.route("bought");
        replay.report(fill("bought", "0.5"));
        return replay;
    }

    Harvest harvest() {
        return harvest;
    }

    Trading trading() {
        return harvest.trading();
    }

    Replayed replayed() {
        return new Replayed(3, 3, 3, 0, 0, 0, 1);
    }

    LedgerRows ledger() {
        return LedgerRows.inTopics(trading());
    }

    static Trade trade(long sequence, String quantity) {
        return new Trade(
                BTC, sequence * SECOND, sequence, Price.of("100"), Quantity.of(quantity), AggressorSide.UNKNOWN);
    }

    void decide(String intentId, boolean approved) {
        var intent = new OrderIntent(
                intentId,
                Action.SUBMIT,
                "strategy",
                1,
                "demo",
                BTC,
                1,
                2 * SECOND,
                Ordering.EVENT_TIME,
                TERMS,
                null,
                "because");
        trading().intent(intent);
        var check = new CheckResult(RiskCode.PRICE_STALE, approved, "1", "2", "ms");
        trading()
                .decision(
                        new RiskDecision(
                                intent,
                                approved,
                                approved ? intentId : null,
                                List.of(check),
                                "demo",
                                1,
                                TradingMode.NORMAL,
                                Price.of("100"),
                                SECOND,
                                2 * SECOND,
                                false),
                        1_030);
    }

    void route(String orderId) {
        trading()
                .approved(new ApprovedOrder(
                        orderId,
                        orderId,
                        Action.SUBMIT,
                        "demo",
                        "strategy",
                        BTC,
                        TERMS,
                        Ordering.EVENT_TIME,
                        2 * SECOND));
        command(orderId);
    }

    void command(String orderId) {
        trading()
                .command(new VenueCommand(
                        orderId,
                        orderId,
                        Action.SUBMIT,
                        "BITSTAMP",
                        "demo",
                        "strategy",
                        BTC,
                        TERMS,
                        Ordering.EVENT_TIME,
                        2 * SECOND));
    }

    /** A report, and what portfolio makes of it. */
    void report(ExecutionReport report) {
        trading().report(report);
        portfolio = portfolio.apply(report);
        trading().position(new AccountPosition("demo", portfolio.position(BTC), 3 * SECOND));
        trading().equity(portfolio.equityPoint(3 * SECOND, Margin.NONE));
    }

    static ExecutionReport fill(String orderId, String quantity) {
        return new ExecutionReport(
                orderId,
                orderId,
                1,
                ExecutionType.FILLED,
                "demo",
                "strategy",
                BTC,
                Side.BUY,
                TERMS.quantity(),
                Quantity.of(quantity),
                Price.of("100"),
                Quantity.of(quantity),
                Money.of("0.1"),
                3,
                3 * SECOND,
                "");
    }

    private void market() {
        harvest.market().trade(trade(1, "1"), 1_000);
        harvest.market().trade(trade(2, "0"), 1_010);
        harvest.market().trade(trade(3, "2"), 1_020);
        harvest.market().bar(bar(60, 2));
        harvest.market().bar(bar(300, 2));
    }

    private static Bar bar(long seconds, long trades) {
        var price = Price.of("100");
        return new Bar(
                BTC,
                0,
                seconds * SECOND,
                price,
                price,
                price,
                price,
                Quantity.of("3"),
                Money.of("300"),
                Quantity.ZERO,
                trades,
                3 * SECOND);
    }
}
