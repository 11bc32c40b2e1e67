package io.millrace.core.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderState;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.sizing.Sizing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A question to risk that has no objection, to be spoilt one thing at a time: buy 1 BTC at the market, mark 1000 USD,
 * by a flat account with 10,000 USD.
 */
final class Orders {
    static final long NOW = 1_385_337_600_000_000_000L + 3_600_000_000_000L;
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final InstrumentId LTC = InstrumentId.of("LTC-USD.BITSTAMP");

    static final Limits WIDE = new Limits(
            Money.of("1000000"),
            Money.of("1000000"),
            Money.of("1000000"),
            100_000,
            Money.of("1000000"),
            10_000,
            1000,
            Duration.ofMinutes(1));

    Action action = Action.SUBMIT;
    Side side = Side.BUY;
    OrderType type = OrderType.MARKET;
    String quantity = "1";
    String limitPrice;
    boolean reduceOnly;
    boolean withoutTerms;
    Sizing sizing;
    String cancelOrderId;
    String mark = "1000";
    long markTime = NOW;
    Limits limits = WIDE;
    TradingMode mode = TradingMode.NORMAL;
    TradingMode global;
    String currency = "USD";
    boolean accountKnown = true;
    boolean policyKnown = true;
    boolean instrumentKnown = true;
    RiskAccount account = RiskAccount.empty("alpha");
    /** When deposits and fills happen. */
    long happensAt = NOW - 1;

    Orders() {
        deposit("10000");
    }

    static Orders order() {
        return new Orders();
    }

    Orders sell(String of) {
        side = Side.SELL;
        quantity = of;
        return this;
    }

    Orders buy(String of) {
        side = Side.BUY;
        quantity = of;
        return this;
    }

    Orders at(String limit) {
        type = OrderType.LIMIT;
        limitPrice = limit;
        return this;
    }

    Orders mark(String price) {
        mark = price;
        return this;
    }

    Orders mode(TradingMode next) {
        mode = next;
        return this;
    }

    Orders limits(LimitsOf next) {
        limits = next.limits();
        return this;
    }

    Orders reduceOnly() {
        reduceOnly = true;
        return this;
    }

    Orders sized(Sizing by) {
        sizing = by;
        return this;
    }

    /** What a strategy has bought or sold. */
    Orders filled(String strategyId, Side of, String quantity, String price) {
        opened("filled " + strategyId + of, BTC, of, quantity);
        var report = filled("filled " + strategyId + of, strategyId, BTC, of, quantity, price);
        account = account.filled(report, ((AccountBook.Taken) book().apply(report)).book());
        return this;
    }

    Orders cancel(String orderId) {
        action = Action.CANCEL;
        cancelOrderId = orderId;
        return this;
    }

    Orders deposit(String amount) {
        return with(book().fund(accountOf(amount), happensAt));
    }

    /** A position, bought or sold at a price that is its mark from then on. */
    Orders holding(InstrumentId instrument, Side of, String quantity, String price) {
        return opened("held " + instrument, instrument, of, quantity)
                .with(((AccountBook.Taken)
                                book().apply(filled("held " + instrument, "rsi", instrument, of, quantity, price)))
                        .book());
    }

    /** An order that is open. */
    Orders opened(String orderId, InstrumentId instrument, Side of, String quantity) {
        var orders = new ArrayList<>(book().openOrders());
        orders.add(new OpenOrder(
                orderId,
                instrument,
                OrderIntent.MANUAL,
                OrderTerms.market(of, Quantity.of(quantity)),
                null,
                null,
                Quantity.ZERO,
                OrderState.ACCEPTED,
                1,
                NOW - 1));
        return with(new AccountBook(book().portfolio(), List.copyOf(orders), book().last()));
    }

    /** A new price of a held instrument, known before now. */
    Orders marked(InstrumentId instrument, String price, long nanos) {
        return with(book().mark(new Clock(instrument, 0, nanos, Price.of(price), nanos)));
    }

    Orders approvedAt(Long... nanos) {
        account = new RiskAccount(
                book(),
                Arrays.stream(nanos).reduce(Pace.NONE, Pace::and, (a, b) -> b),
                account.lastOrdinals(),
                account.arrivals(),
                account.cancels(),
                account.commanded(),
                account.track(),
                account.splits());
        return this;
    }

    RiskDecision decide() {
        var rules = new Rules(
                accountKnown ? accountOf("10000") : null,
                accountKnown && policyKnown ? policy("house", mode) : null,
                global == null ? null : policy(Rules.GLOBAL, global),
                null,
                instrumentKnown ? instrument(BTC, currency) : null,
                (id, nanos) -> instrument(id, currency));
        var clock = mark == null ? null : new Clock(BTC, 0, NOW, Price.of(mark), markTime);
        return RiskEngine.decide(intent(), account, rules, clock, NOW, false);
    }

    /** The result of one check. */
    CheckResult check(RiskCode code) {
        return decide().checks().stream()
                .filter(check -> check.code() == code)
                .findFirst()
                .orElseThrow();
    }

    AccountBook book() {
        return account.book();
    }

    static Instrument instrument(InstrumentId id, String currency) {
        return new Instrument(
                id,
                1,
                "BTC",
                currency,
                Price.of("0.01"),
                Quantity.of("0.001"),
                Quantity.of("0.01"),
                Quantity.of("500"),
                20,
                10,
                0);
    }

    OrderIntent intent() {
        var terms = withoutTerms || action == Action.CANCEL
                ? null
                : new OrderTerms(
                        side,
                        type,
                        TimeInForce.GTC,
                        Quantity.of(quantity),
                        limitPrice == null ? null : Price.of(limitPrice),
                        reduceOnly);
        return new OrderIntent(
                        "intent-1",
                        action,
                        "rsi",
                        1,
                        "alpha",
                        BTC,
                        1,
                        NOW,
                        Ordering.EVENT_TIME,
                        terms,
                        cancelOrderId,
                        "")
                .sizedBy(sizing);
    }

    private Policy policy(String id, TradingMode of) {
        return new Policy(id, 7, of, limits, limits, limits, 0);
    }

    Orders global(TradingMode next) {
        global = next;
        return this;
    }

    Orders commanded(TradingMode next) {
        account = account.commanding(next);
        return this;
    }

    Orders locked(Lock... locks) {
        account = account.with(account.track().with(List.of(locks), null));
        return this;
    }

    private Orders with(AccountBook book) {
        account = account.with(book);
        return this;
    }

    private static Account accountOf(String deposit) {
        return new Account("alpha", 1, "USD", Money.of(deposit), "house", 0);
    }

    private ExecutionReport filled(
            String orderId, String strategyId, InstrumentId instrument, Side side, String quantity, String price) {
        return new ExecutionReport(
                orderId,
                orderId,
                2,
                ExecutionType.FILLED,
                "alpha",
                strategyId,
                instrument,
                side,
                Quantity.of(quantity),
                Quantity.of(quantity),
                Price.of(price),
                Quantity.of(quantity),
                Money.ZERO,
                1,
                happensAt,
                "");
    }
}
