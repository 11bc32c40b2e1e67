package io.millrace.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.InMemoryMarkLog;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Moment;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.strategy.StrategySpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Several strategies and people want what they want of one account, in any order with the venue's reports: nothing is
 * spent twice and no limit is exceeded at any point. The limits are computed here once more, from first principles.
 */
class AccountWidePropertiesTest {
    private static final List<InstrumentId> INSTRUMENTS =
            List.of(InstrumentId.of("BTC-USD.SIM"), InstrumentId.of("LTC-USD.SIM"));
    private static final List<String> STRATEGIES = List.of("one", "two", OrderIntent.MANUAL);
    private static final BigDecimal UNIT = new BigDecimal("0.00000001");
    private static final String BUDGET = "4000";
    private static final String GROSS = "9000";
    private static final String POSITION = "6000";
    private static final int STEPS = 120;

    @Property(tries = 300)
    void aCashAccountNeverSpendsTheSameCashTwice(@ForAll long seed) {
        var world = new World(seed, Account.Type.CASH);
        for (int i = 0; i < STEPS; i++) {
            world.step();
            assertThat(world.cash().subtract(world.held()))
                    .as("cash beyond what is held")
                    .isGreaterThanOrEqualTo(UNIT.multiply(BigDecimal.valueOf(-world.fills)));
            for (var instrument : INSTRUMENTS) {
                assertThat(world.position(instrument))
                        .as("sold more than there was")
                        .isGreaterThanOrEqualTo(world.open(instrument, Side.SELL, ""));
            }
        }
        assertThat(world.decisions).isPositive();
    }

    @Property(tries = 300)
    void noApprovalEverLeadsBeyondALimit(@ForAll long seed) {
        var world = new World(seed, Account.Type.MARGIN);
        for (int i = 0; i < STEPS; i++) {
            var approved = world.step();
            if (approved == null || approved.reducing) {
                continue;
            }
            assertThat(world.gross(approved.instrument, ""))
                    .as("gross exposure")
                    .isLessThanOrEqualTo(new BigDecimal(GROSS));
            assertThat(world.after(approved).multiply(world.markOf(approved.instrument)))
                    .as("position")
                    .isLessThanOrEqualTo(new BigDecimal(POSITION));
            assertThat(world.gross(approved.instrument, "").multiply(new BigDecimal("0.2")))
                    .as("margin")
                    .isLessThanOrEqualTo(world.equity());
            assertThat(approved.orderRate).as("orders in a minute").isLessThanOrEqualTo(20);
            if (!approved.strategy.equals(OrderIntent.MANUAL)) {
                assertThat(world.gross(approved.instrument, approved.strategy))
                        .as("budget")
                        .isLessThanOrEqualTo(new BigDecimal(BUDGET));
            }
        }
    }

    private record Approved(InstrumentId instrument, Side side, String strategy, boolean reducing, long orderRate) {}

    /** One account, its market and its venue, drawn from a seed. */
    private static final class World {
        private final Random random;
        private final ControlBook control = new ControlBook();
        private final MarkLog marks = new InMemoryMarkLog();
        private final List<Long> approvals = new ArrayList<>();
        private RiskAccount account;
        private long now = 1_000_000_000L;
        private int ordinal;
        private int fills;
        private int decisions;

        World(long seed, Account.Type type) {
            random = new Random(seed);
            for (var id : INSTRUMENTS) {
                var market = new Orders.Market();
                market.marginBps = 2_000;
                control.put(market.of(id, "USD"));
            }
            var safety = new Safety();
            safety.reserveBps = 300;
            safety.selfTrade = random.nextBoolean();
            var limits = new Limits(
                            Money.of("5000"),
                            Money.of(POSITION),
                            Money.of(GROSS),
                            1_000_000,
                            Money.of("1000000"),
                            10_000,
                            20,
                            Duration.ofHours(1))
                    .with(safety.safeguards());
            control.put(new Policy("house", 1, TradingMode.NORMAL, limits, limits, limits, 0));
            for (var strategy : List.of("one", "two")) {
                control.put(new StrategySpec(
                        strategy,
                        1,
                        "alpha",
                        INSTRUMENTS.get(0),
                        "any",
                        1,
                        Quantity.of("1"),
                        new TreeMap<>(),
                        true,
                        0,
                        0,
                        Money.of(BUDGET),
                        null));
            }
            var people = new Account(
                    "alpha",
                    1,
                    "USD",
                    Money.of("8000"),
                    "house",
                    0,
                    type,
                    Account.Positions.NETTING,
                    Account.Costs.AVERAGE,
                    new TreeMap<>(),
                    "");
            control.put(people);
            account = RiskAccount.of(AccountBook.empty("alpha").fund(people, now));
            INSTRUMENTS.forEach(this::mark);
        }

        /** Something happens; what was approved, if something was. */
        Approved step() {
            now += random.nextInt(4) * 1_000_000_000L + 1;
            return switch (random.nextInt(6)) {
                case 0, 1, 2 -> want();
                case 3, 4 -> report();
                default -> mark(INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size())));
            };
        }

        private Approved want() {
            var instrument = INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size()));
            var strategy = STRATEGIES.get(random.nextInt(STRATEGIES.size()));
            var side = random.nextBoolean() ? Side.BUY : Side.SELL;
            var quantity = new Quantity((1 + random.nextInt(40)) * 10_000_000L);
            var price =
                    new Price(marks.latest(instrument, now).mark().units() + (random.nextInt(41) - 20) * 1_000_000L);
            boolean market = random.nextInt(4) == 0;
            var intent = new OrderIntent(
                    "i" + ++ordinal,
                    Action.SUBMIT,
                    strategy,
                    1,
                    "alpha",
                    instrument,
                    ordinal,
                    now,
                    Ordering.EVENT_TIME,
                    market ? OrderTerms.market(side, quantity) : OrderTerms.limit(side, quantity, price),
                    null,
                    "");
            boolean reducing = position(instrument).signum() == -side.sign()
                    && open(instrument, side, "")
                                    .add(decimal(quantity.units()))
                                    .compareTo(position(instrument).abs())
                            <= 0;
            var decision = RiskEngine.decide(intent, account, control.rules(intent, now), marks, now, false);
            account = account.apply(decision);
            decisions++;
            if (!decision.approved()) {
                return null;
            }
            approvals.add(now);
            long rate = approvals.stream()
                    .filter(time -> time > now - 60_000_000_000L)
                    .count();
            return new Approved(instrument, side, strategy, reducing, rate);
        }

        private Approved report() {
            var orders = account.book().openOrders();
            if (orders.isEmpty()) {
                return null;
            }
            var order = orders.get(random.nextInt(orders.size()));
            boolean fill = random.nextInt(4) > 0;
            long left = order.remaining().units();
            long quantity = fill ? 1 + (random.nextBoolean() ? left - 1 : random.nextLong(left)) : 0;
            var price = fillPrice(order);
            var type = !fill
                    ? ExecutionType.CANCELED
                    : quantity == left ? ExecutionType.FILLED : ExecutionType.PARTIALLY_FILLED;
            var report = new ExecutionReport(
                    order.orderId(),
                    order.orderId(),
                    order.reports() + 1,
                    type,
                    "alpha",
                    order.strategyId(),
                    order.instrument(),
                    order.side(),
                    order.quantity(),
                    new Quantity(quantity),
                    fill ? price : null,
                    order.filled().plus(new Quantity(quantity)),
                    fill ? price.times(new Quantity(quantity)).bps(20) : Money.ZERO,
                    1,
                    now,
                    "");
            var taken = (AccountBook.Taken) account.book().apply(report);
            account = account.filled(report, taken.book());
            fills += fill ? 2 : 0;
            return null;
        }

        /** At the limit or better; without one at most the reserve beyond the mark of the decision. */
        private Price fillPrice(OpenOrder order) {
            var limit = order.terms().limitPrice();
            if (limit == null) {
                return order.reservePrice().plusBps(random.nextInt(601) - 300);
            }
            return new Price(limit.units() - order.side().sign() * 1_000_000L * random.nextInt(3));
        }

        private Approved mark(InstrumentId instrument) {
            var price = new Price(100_000_000_000L + (random.nextInt(401) - 200) * 10_000_000L);
            var clock = new Clock(instrument, 0, now, price, now);
            marks.put(clock);
            account = account.with(account.book().mark(clock).reached(Moment.ofMark(clock)));
            return null;
        }

        BigDecimal cash() {
            return decimal(account.book().portfolio().cash().units());
        }

        BigDecimal equity() {
            return decimal(account.book().portfolio().equity().units());
        }

        BigDecimal position(InstrumentId instrument) {
            return decimal(
                    account.book().portfolio().position(instrument).quantity().units());
        }

        BigDecimal markOf(InstrumentId instrument) {
            return decimal(marks.latest(instrument, now).mark().units());
        }

        BigDecimal valuedAt(InstrumentId instrument) {
            var mark = account.book().portfolio().markOf(instrument);
            return mark == null ? BigDecimal.ZERO : decimal(mark.price().units());
        }

        /** What open buys can still take: their price, 3 % more without a limit, and 0.2 % of fee. */
        BigDecimal held() {
            var held = BigDecimal.ZERO;
            for (var order : account.book().openOrders()) {
                if (order.side() == Side.BUY) {
                    var worth = decimal(order.remaining().units())
                            .multiply(decimal(order.reservePrice().units()));
                    var limit = order.terms().limitPrice() == null ? new BigDecimal("1.03") : BigDecimal.ONE;
                    held = held.add(worth.multiply(limit).multiply(new BigDecimal("1.002")));
                }
            }
            return held;
        }

        /** Still open of a side; of one strategy, or of all if it is empty. */
        BigDecimal open(InstrumentId instrument, Side side, String strategy) {
            return account.book().openOrders().stream()
                    .filter(order -> order.instrument().equals(instrument) && order.side() == side)
                    .filter(order -> strategy.isEmpty() || order.strategyId().equals(strategy))
                    .map(order -> decimal(order.remaining().units()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** The position with all open orders of the approved one's side filled. */
        BigDecimal after(Approved approved) {
            var open = open(approved.instrument, approved.side, "");
            return position(approved.instrument)
                    .add(open.multiply(BigDecimal.valueOf(approved.side.sign())))
                    .abs();
        }

        BigDecimal largest(InstrumentId instrument, String strategy) {
            var position = strategy.isEmpty()
                    ? position(instrument)
                    : decimal(account.track().held(strategy, instrument));
            var bought = position.add(open(instrument, Side.BUY, strategy)).abs();
            return bought.max(
                    position.subtract(open(instrument, Side.SELL, strategy)).abs());
        }

        /** As risk values it: the order's own instrument at its mark, the others as the account does. */
        BigDecimal gross(InstrumentId own, String strategy) {
            var gross = BigDecimal.ZERO;
            for (var instrument : INSTRUMENTS) {
                gross = gross.add(largest(instrument, strategy)
                        .multiply(instrument.equals(own) ? markOf(instrument) : valuedAt(instrument)));
            }
            return gross;
        }

        private static BigDecimal decimal(long units) {
            return BigDecimal.valueOf(units, 8);
        }
    }
}
