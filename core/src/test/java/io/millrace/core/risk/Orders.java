package io.millrace.core.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.InMemoryMarkLog;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderState;
import io.millrace.core.market.FeeSchedule;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.calendar.TradingCalendar;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.Portfolio;
import io.millrace.core.sizing.Sizing;
import io.millrace.core.strategy.StrategySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    final Safety safety = new Safety();
    /** Instead of those made of side, type, quantity and price. */
    OrderTerms terms;

    Account.Type accountType = Account.Type.MARGIN;
    String strategyId = "rsi";
    Money budget;
    Market market = new Market();
    /** Earlier marks of the instrument, oldest first. */
    final List<Clock> history = new ArrayList<>();

    int quality;
    TradingMode mode = TradingMode.NORMAL;
    TradingMode global;
    String accountMode = "";
    String currency = "USD";
    boolean accountKnown = true;
    boolean policyKnown = true;
    boolean instrumentKnown = true;
    RiskAccount account = RiskAccount.empty("alpha");
    /** When deposits and fills happen. */
    long happensAt = NOW - 1;

    /** What an instrument's rules may say beside tick and lot. */
    static final class Market {
        Money minNotional;
        Money maxNotional;
        long marginBps;
        final Map<InstrumentId, String> groups = new HashMap<>();
        String calendar = "";
        boolean halted;
        FeeSchedule fees;

        Instrument of(InstrumentId id, String currency) {
            var known = instrument(id, currency);
            return new Instrument(
                    id,
                    known.version(),
                    known.baseCurrency(),
                    known.quoteCurrency(),
                    known.tickSize(),
                    known.lotSize(),
                    known.minQuantity(),
                    known.maxQuantity(),
                    known.takerFeeBps(),
                    known.makerFeeBps(),
                    known.effectiveFromNanos(),
                    minNotional,
                    maxNotional,
                    marginBps,
                    0,
                    groups.getOrDefault(id, ""),
                    calendar,
                    halted,
                    fees);
        }
    }

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
        account = fill("filled " + strategyId + of, strategyId, of, quantity, price);
        return this;
    }

    /** The account after an open order was filled. */
    RiskAccount fill(String orderId, String strategyId, Side of, String quantity, String price) {
        var report = filled(orderId, strategyId, BTC, of, quantity, price);
        return account.filled(report, ((AccountBook.Taken) book().apply(report)).book());
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

    /** An order with terms of its own that is open and was valued at a price. */
    Orders opened(String orderId, String strategy, InstrumentId instrument, OrderTerms of, String reserve) {
        var orders = new ArrayList<>(book().openOrders());
        orders.add(new OpenOrder(
                orderId,
                instrument,
                strategy,
                of,
                null,
                reserve == null ? null : Price.of(reserve),
                Quantity.ZERO,
                OrderState.ACCEPTED,
                1,
                NOW - 1));
        return with(new AccountBook(book().portfolio(), List.copyOf(orders), book().last()));
    }

    /** An order of a strategy that is open as one of a group. */
    Orders opened(String orderId, String strategy, OrderTerms of, OrderLink link) {
        var orders = new ArrayList<>(book().openOrders());
        orders.add(new OpenOrder(
                orderId,
                BTC,
                strategy,
                of,
                link,
                of.limitPrice() == null ? Price.of(mark) : of.limitPrice(),
                Quantity.ZERO,
                OrderState.ACCEPTED,
                1,
                NOW - 1));
        return with(new AccountBook(book().portfolio(), List.copyOf(orders), book().last()));
    }

    /** The account's books are those from now on. */
    Orders with(Portfolio portfolio) {
        return with(new AccountBook(portfolio, book().openOrders(), book().last()));
    }

    Orders cash() {
        accountType = Account.Type.CASH;
        return this;
    }

    Orders replace(String orderId) {
        action = Action.REPLACE;
        cancelOrderId = orderId;
        return this;
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

    Orders canceledAt(Long... nanos) {
        account = new RiskAccount(
                book(),
                account.approvals(),
                account.lastOrdinals(),
                account.arrivals(),
                Arrays.stream(nanos).reduce(Pace.NONE, Pace::and, (a, b) -> b),
                account.commanded(),
                account.track(),
                account.splits());
        return this;
    }

    RiskDecision decide() {
        return RiskEngine.decide(intent(), account, rules(), marks(), NOW, false);
    }

    /** The decision on the order and others that go with it. */
    RiskDecision decide(Contingency contingency, OrderTerms... attached) {
        var single = intent();
        var group = new OrderIntent(
                single.intentId(),
                single.action(),
                single.strategyId(),
                single.strategyVersion(),
                single.accountId(),
                single.instrument(),
                single.ordinal(),
                single.eventTimeNanos(),
                single.ordering(),
                single.terms(),
                single.cancelOrderId(),
                single.reason(),
                List.of(attached),
                contingency);
        return GroupDecision.of(group, account, rules(), marks(), NOW, false);
    }

    private Rules rules() {
        return new Rules(
                accountKnown ? accountOf("10000") : null,
                accountKnown && policyKnown ? policy("house", mode) : null,
                global == null ? null : policy(Rules.GLOBAL, global),
                budget == null ? null : strategy(strategyId, budget),
                instrumentKnown ? market.of(BTC, currency) : null,
                market.calendar.isEmpty() ? null : TradingCalendar.named(market.calendar),
                (id, nanos) -> market.of(id, currency));
    }

    private MarkLog marks() {
        var marks = new InMemoryMarkLog();
        if (mark != null) {
            history.forEach(marks::put);
            marks.put(new Clock(BTC, 0, NOW, Price.of(mark), markTime, quality));
        }
        return marks;
    }

    /** Whether the decision says anything of a check. */
    boolean isListed(RiskCode code) {
        return decide().checks().stream().anyMatch(check -> check.code() == code);
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
        var wanted = withoutTerms || action == Action.CANCEL
                ? null
                : terms != null
                        ? terms
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
                        strategyId,
                        1,
                        "alpha",
                        BTC,
                        1,
                        NOW,
                        Ordering.EVENT_TIME,
                        wanted,
                        cancelOrderId,
                        "")
                .sizedBy(sizing);
    }

    private Policy policy(String id, TradingMode of) {
        var all = limits.with(safety.safeguards());
        return new Policy(id, 7, of, all, all, all, 0);
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

    private Account accountOf(String deposit) {
        return new Account(
                "alpha",
                1,
                "USD",
                Money.of(deposit),
                "house",
                0,
                accountType,
                Account.Positions.NETTING,
                Account.Costs.AVERAGE,
                new TreeMap<>(),
                accountMode);
    }

    private static StrategySpec strategy(String id, Money budget) {
        return new StrategySpec(
                id, 1, "alpha", BTC, "any", 1, Quantity.of("1"), new TreeMap<>(), true, 0, 0, budget, null);
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
