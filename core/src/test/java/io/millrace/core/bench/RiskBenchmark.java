package io.millrace.core.bench;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.InMemoryMarkLog;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Moment;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderState;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.money.WideMoney;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.risk.ControlBook;
import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Pace;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.RiskAccount;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.RiskEngine;
import io.millrace.core.risk.Rules;
import io.millrace.core.risk.Safeguards;
import io.millrace.core.risk.StrategyPosition;
import io.millrace.core.risk.TrackRecord;
import io.millrace.core.risk.TradingMode;
import io.millrace.core.strategy.StrategySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Time of one decision with every check that can be configured at once, of an account with four positions, eight open
 * orders and sixty approvals in the last minute: of a margin account, of a cash account, with the rules looked up, and
 * with all texts made as for the wire.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RiskBenchmark {
    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_385_337_600L * SECOND + 3_600 * SECOND;
    private static final int INSTRUMENTS = 4;
    private static final int ORDERS = 8;

    /** A question to risk and all that is known. */
    @State(Scope.Benchmark)
    public static class Case {
        final List<InstrumentId> instruments = new ArrayList<>();
        final MarkLog marks = new InMemoryMarkLog();
        final ControlBook control = new ControlBook();
        final OrderIntent intent;
        final RiskAccount margin;
        final RiskAccount cash;
        final Rules marginRules;
        final Rules cashRules;
        final OrderIntent cashIntent;

        public Case() {
            for (int i = 0; i < INSTRUMENTS; i++) {
                var id = new InstrumentId("COIN" + i + "-USD", "BITSTAMP");
                instruments.add(id);
                control.put(instrument(id));
                for (long time = NOW - 600 * SECOND; time <= NOW; time += 60 * SECOND) {
                    marks.put(new Clock(id, 0, time, Price.of("1000"), time, 0));
                }
            }
            control.put(policy("house"));
            control.put(policy(Rules.GLOBAL));
            control.put(account("margin", Account.Type.MARGIN));
            control.put(account("cash", Account.Type.CASH));
            control.put(new StrategySpec(
                    "rsi",
                    1,
                    "margin",
                    instruments.get(0),
                    "any",
                    60 * SECOND,
                    Quantity.of("1"),
                    new TreeMap<>(),
                    true,
                    0,
                    0,
                    Money.of("1000000"),
                    null));
            intent = intent("margin");
            cashIntent = intent("cash");
            margin = account("margin", List.of(Side.BUY, Side.SELL));
            cash = account("cash", List.of(Side.BUY));
            marginRules = control.rules(intent, NOW);
            cashRules = control.rules(cashIntent, NOW);
        }

        private OrderIntent intent(String account) {
            var terms = OrderTerms.limit(Side.BUY, Quantity.of("0.5"), Price.of("1000.01"))
                    .lasting(TimeInForce.GTD, NOW + 3_600 * SECOND);
            return new OrderIntent(
                    "i1",
                    Action.SUBMIT,
                    "rsi",
                    1,
                    account,
                    instruments.get(0),
                    99,
                    NOW,
                    Ordering.EVENT_TIME,
                    terms,
                    null,
                    "");
        }

        private RiskAccount account(String id, List<Side> sides) {
            var book = AccountBook.empty(id);
            var orders = new ArrayList<OpenOrder>();
            for (int i = 0; i < INSTRUMENTS; i++) {
                orders.add(order("held" + i, instruments.get(i), Side.BUY));
            }
            book = new AccountBook(book.portfolio().deposit(Money.of("1000000"), NOW - 100 * SECOND), orders, null);
            for (int i = 0; i < INSTRUMENTS; i++) {
                book = ((AccountBook.Taken) book.apply(fill(id, "held" + i, instruments.get(i)))).book();
            }
            var open = new ArrayList<OpenOrder>();
            for (int i = 0; i < ORDERS; i++) {
                open.add(order("open" + i, instruments.get(i % INSTRUMENTS), sides.get(i % sides.size())));
            }
            book = new AccountBook(book.portfolio(), List.copyOf(open), Moment.of(intent(id)));
            var times = LongStream.range(0, 60)
                    .map(i -> NOW - (60 - i) * SECOND + 1)
                    .toArray();
            var counts = new int[times.length];
            Arrays.fill(counts, 1);
            var pace = Pace.of(times, counts);
            var held = new StrategyPosition("rsi", instruments.get(0), Quantity.of("1"));
            return new RiskAccount(
                    book,
                    pace,
                    List.of(),
                    List.of(),
                    pace,
                    null,
                    new TrackRecord(List.of(held), List.of(), List.of(), List.of(), null),
                    List.of());
        }

        private static OpenOrder order(String id, InstrumentId instrument, Side side) {
            var price = Price.of(side == Side.BUY ? "990" : "1010");
            return new OpenOrder(
                    id,
                    instrument,
                    "rsi",
                    OrderTerms.limit(side, Quantity.of("1"), price),
                    null,
                    price,
                    Quantity.ZERO,
                    OrderState.ACCEPTED,
                    1,
                    NOW - 50 * SECOND);
        }

        private static ExecutionReport fill(String account, String order, InstrumentId instrument) {
            return new ExecutionReport(
                    order,
                    order,
                    2,
                    ExecutionType.FILLED,
                    account,
                    "rsi",
                    instrument,
                    Side.BUY,
                    Quantity.of("1"),
                    Quantity.of("1"),
                    Price.of("1000"),
                    Quantity.of("1"),
                    Money.of("2"),
                    1,
                    NOW - 60 * SECOND,
                    "");
        }

        private static Instrument instrument(InstrumentId id) {
            return new Instrument(
                    id,
                    1,
                    "COIN",
                    "USD",
                    Price.of("0.01"),
                    Quantity.of("0.001"),
                    Quantity.of("0.01"),
                    Quantity.of("500"),
                    20,
                    10,
                    0,
                    Money.of("10"),
                    Money.of("100000"),
                    2_000,
                    1_000,
                    "coins",
                    "24/7",
                    false,
                    null);
        }

        private static Account account(String id, Account.Type type) {
            return new Account(
                    id,
                    1,
                    "USD",
                    Money.of("1000000"),
                    "house",
                    0,
                    type,
                    Account.Positions.NETTING,
                    Account.Costs.AVERAGE,
                    new TreeMap<>(),
                    "");
        }

        private Policy policy(String id) {
            var million = Money.of("1000000");
            var limits = new Limits(million, million, million, 100_000, million, 10_000, 1_000, Duration.ofMinutes(5))
                    .with(new Safeguards(
                            million,
                            million,
                            9_000L,
                            new TreeMap<>(Map.of(instruments.get(0), million)),
                            100,
                            500L,
                            1,
                            true,
                            Duration.ofMinutes(10),
                            50));
            return new Policy(id, 1, TradingMode.NORMAL, limits, limits, limits, 0);
        }
    }

    @Benchmark
    public RiskDecision margin(Case known) {
        return RiskEngine.decide(known.intent, known.margin, known.marginRules, known.marks, NOW, false);
    }

    @Benchmark
    public RiskDecision cash(Case known) {
        return RiskEngine.decide(known.cashIntent, known.cash, known.cashRules, known.marks, NOW, false);
    }

    @Benchmark
    public RiskDecision marginWithItsRules(Case known) {
        var rules = known.control.rules(known.intent, NOW);
        return RiskEngine.decide(known.intent, known.margin, rules, known.marks, NOW, false);
    }

    @Benchmark
    public void marginWithItsTexts(Case known, Blackhole sink) {
        var decision = margin(known);
        for (var check : decision.checks()) {
            sink.consume(check.actual());
            sink.consume(check.limit());
        }
    }

    /** What no decision can do without: each position and open order multiplied by a price once, and summed. */
    @Benchmark
    public WideMoney everyProductOnce(Case known) {
        var sum = WideMoney.ZERO;
        var book = known.margin.book();
        for (var position : book.portfolio().positions()) {
            sum = sum.plus(WideMoney.notional(position.quantity().units(), new Price(100_000_000_000L)));
        }
        for (var order : book.openOrders()) {
            sum = sum.plus(WideMoney.notional(order.remaining().units(), order.reservePrice()));
        }
        return sum;
    }
}
