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
import io.millrace.core.order.Contingency;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.Trailing;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.strategy.StrategySpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
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
        var world = new World(seed, Account.Type.CASH, Account.Positions.NETTING);
        for (int i = 0; i < STEPS; i++) {
            world.step();
            assertThat(world.cash().subtract(world.held()))
                    .as("cash beyond what is held")
                    .isGreaterThanOrEqualTo(UNIT.multiply(BigDecimal.valueOf(-world.fills)));
            for (var instrument : INSTRUMENTS) {
                assertThat(world.position(instrument))
                        .as("sold more than there was")
                        .isGreaterThanOrEqualTo(world.open(instrument, Side.SELL, "", false));
            }
        }
        assertThat(world.decisions).isPositive();
    }

    @Property(tries = 300)
    void noApprovalEverLeadsBeyondALimit(@ForAll long seed, @ForAll Account.Positions positions) {
        var world = new World(seed, Account.Type.MARGIN, positions);
        for (int i = 0; i < STEPS; i++) {
            var approved = world.step();
            if (approved == null || approved.reducing) {
                continue;
            }
            assertThat(world.gross(approved.instrument, ""))
                    .as("gross exposure")
                    .isLessThanOrEqualTo(new BigDecimal(GROSS));
            assertThat(world.largest(approved.instrument, "").multiply(world.markOf(approved.instrument)))
                    .as("position")
                    .isLessThanOrEqualTo(new BigDecimal(GROSS));
            assertThat(world.after(approved).multiply(world.markOf(approved.instrument)))
                    .as("position of a side")
                    .isLessThanOrEqualTo(new BigDecimal(POSITION));
            assertThat(world.gross(approved.instrument, "").multiply(new BigDecimal("0.2")))
                    .as("margin")
                    .isLessThanOrEqualTo(world.equity());
            assertThat(approved.orderRate).as("orders in a minute").isLessThanOrEqualTo(20);
            // In a hedging account a strategy's fills count long less short, which what waits may turn around.
            if (!approved.strategy.equals(OrderIntent.MANUAL) && positions == Account.Positions.NETTING) {
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
        private final boolean hedging;
        private final ControlBook control = new ControlBook();
        private final MarkLog marks = new InMemoryMarkLog();
        private final List<Long> approvals = new ArrayList<>();
        private RiskAccount account;
        private long now = 1_000_000_000L;
        private int ordinal;
        private int fills;
        private int decisions;
        /** The order whose replace was approved last: it was held against the limits with its new terms. */
        private String replaced = "";

        World(long seed, Account.Type type, Account.Positions positions) {
            random = new Random(seed);
            hedging = positions == Account.Positions.HEDGING;
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
                    positions,
                    Account.Costs.AVERAGE,
                    new TreeMap<>(),
                    "");
            control.put(people);
            account = RiskAccount.of(AccountBook.empty("alpha").fund(people, now));
            INSTRUMENTS.forEach(this::mark);
        }

        /** Something happens; what was approved, if something was. */
        Approved step() {
            replaced = "";
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
            var open = account.book().openOrders();
            if (!open.isEmpty() && random.nextInt(5) == 0) {
                return replace(open.get(random.nextInt(open.size())));
            }
            var terms = terms(instrument, random.nextBoolean() ? Side.BUY : Side.SELL);
            boolean grouped = random.nextInt(4) == 0;
            var contingency = grouped
                    ? List.of(Contingency.OCO, Contingency.OTO, Contingency.BRACKET)
                            .get(random.nextInt(3))
                    : null;
            var attached = contingency == null ? List.<OrderTerms>of() : attached(instrument, terms, contingency);
            return decide(
                    new OrderIntent(
                            "i" + ++ordinal,
                            Action.SUBMIT,
                            strategy,
                            1,
                            "alpha",
                            instrument,
                            ordinal,
                            now,
                            Ordering.EVENT_TIME,
                            terms,
                            null,
                            "",
                            attached,
                            contingency),
                    reduces(instrument, terms, quantity(terms), BigDecimal.ZERO));
        }

        private List<OrderTerms> attached(InstrumentId instrument, OrderTerms first, Contingency contingency) {
            return switch (contingency) {
                case OCO -> List.of(like(first, instrument), like(first, instrument));
                case OTO -> List.of(terms(instrument, random.nextBoolean() ? Side.BUY : Side.SELL));
                case BRACKET ->
                    List.of(exit(instrument, first), exit(instrument, first).withQuantity(first.quantity()));
            };
        }

        private OrderTerms like(OrderTerms first, InstrumentId instrument) {
            var terms = plain(instrument, first.side());
            return first.reduceOnly() ? terms.reducing() : terms;
        }

        private OrderTerms exit(InstrumentId instrument, OrderTerms entry) {
            return terms(instrument, entry.side().opposite())
                    .withQuantity(entry.quantity())
                    .reducing();
        }

        private Approved replace(OpenOrder order) {
            var before = order.terms();
            var quantity = new Quantity((1 + random.nextInt(40)) * 10_000_000L);
            var terms = before.withQuantity(quantity)
                    .withPrices(
                            before.limitPrice() == null ? null : near(order.instrument()),
                            before.triggerPrice() == null ? null : near(order.instrument()));
            var rest = quantity(terms).subtract(decimal(order.filled().units()));
            boolean reducing = order.link() != null || reduces(order.instrument(), terms, rest, reach(order));
            return decide(
                    new OrderIntent(
                            "i" + ++ordinal,
                            Action.REPLACE,
                            order.strategyId(),
                            1,
                            "alpha",
                            order.instrument(),
                            ordinal,
                            now,
                            Ordering.EVENT_TIME,
                            terms,
                            order.orderId(),
                            ""),
                    reducing);
        }

        private Approved decide(OrderIntent intent, boolean reducing) {
            var decision = GroupDecision.of(intent, account, control.rules(intent, now), marks, now, false);
            account = account.apply(decision);
            decisions++;
            if (!decision.approved()) {
                return null;
            }
            decision.orders().forEach(order -> approvals.add(now));
            long rate = approvals.stream()
                    .filter(time -> time > now - 60_000_000_000L)
                    .count();
            replaced = intent.action() == Action.REPLACE ? intent.cancelOrderId() : "";
            return new Approved(intent.instrument(), intent.terms().side(), intent.strategyId(), reducing, rate);
        }

        private OrderTerms terms(InstrumentId instrument, Side side) {
            var terms = plain(instrument, side);
            return random.nextInt(6) == 0 ? terms.reducing() : terms;
        }

        private OrderTerms plain(InstrumentId instrument, Side side) {
            var quantity = new Quantity((1 + random.nextInt(40)) * 10_000_000L);
            var price = near(instrument);
            return switch (random.nextInt(9)) {
                case 0 -> OrderTerms.market(side, quantity);
                case 1 -> OrderTerms.stopMarket(side, quantity, price);
                case 2 -> OrderTerms.stopLimit(side, quantity, price, near(instrument));
                case 3 -> OrderTerms.marketIfTouched(side, quantity, price);
                case 4 -> OrderTerms.limitIfTouched(side, quantity, price, near(instrument));
                case 5 -> OrderTerms.trailingStop(side, quantity, Trailing.by(Price.of("7")));
                case 6 ->
                    OrderTerms.trailingStop(side, quantity, Trailing.byBps(150).withLimit(Price.of("3")));
                default -> OrderTerms.limit(side, quantity, price);
            };
        }

        private Price near(InstrumentId instrument) {
            return new Price(marks.latest(instrument, now).mark().units() + (random.nextInt(41) - 20) * 100_000_000L);
        }

        /** Whether an order only brings its position nearer to zero, everything open of its side filled first. */
        private boolean reduces(InstrumentId instrument, OrderTerms terms, BigDecimal quantity, BigDecimal without) {
            if (hedging) {
                return terms.reduceOnly();
            }
            var others = open(instrument, terms.side(), "", false).subtract(without);
            return position(instrument).signum() == -terms.side().sign()
                    && others.add(quantity).compareTo(position(instrument).abs()) <= 0;
        }

        private Approved report() {
            var orders = account.book().openOrders();
            if (orders.isEmpty()) {
                return null;
            }
            var order = orders.get(random.nextInt(orders.size()));
            if (order.replacement() != null && random.nextBoolean()) {
                answer(order);
                return null;
            }
            long left = order.working().units();
            boolean fill = left > 0 && random.nextInt(4) > 0;
            long quantity = fill ? 1 + (random.nextBoolean() ? left - 1 : random.nextLong(left)) : 0;
            boolean whole =
                    order.filled().units() + quantity == order.quantity().units();
            var type = !fill ? ExecutionType.CANCELED : whole ? ExecutionType.FILLED : ExecutionType.PARTIALLY_FILLED;
            told(order, type, quantity, order.quantity(), order.terms(), "");
            fills += fill ? 2 : 0;
            siblings(order, quantity);
            orphans(order);
            return null;
        }

        private void answer(OpenOrder order) {
            var asked = order.replacement().terms();
            boolean refused = random.nextInt(4) == 0 || asked.quantity().compareTo(order.filled()) <= 0;
            if (refused) {
                told(order, ExecutionType.REPLACE_REJECTED, 0, order.quantity(), order.terms(), "");
            } else {
                told(order, ExecutionType.REPLACED, 0, asked.quantity(), asked, "");
            }
        }

        /** A fill cancels or reduces what is not to be traded beside it. */
        private void siblings(OpenOrder order, long filled) {
            for (var other : account.book().openOrders()) {
                boolean shares = !other.orderId().equals(order.orderId()) && order.isAlternativeTo(other);
                if (filled > 0 && shares) {
                    long rest = other.quantity().units() - filled;
                    if (other.link().rule() == OrderLink.Rule.CANCELS
                            || rest <= other.filled().units()) {
                        told(other, ExecutionType.CANCELED, 0, other.quantity(), other.terms(), "SIBLING_FILLED");
                    } else {
                        told(other, ExecutionType.REPLACED, 0, new Quantity(rest), other.terms(), "SIBLING_FILLED");
                    }
                }
            }
        }

        /** What waits for an order that ended without a fill never acts. */
        private void orphans(OpenOrder order) {
            for (var other : account.book().openOrders()) {
                boolean child = other.link() != null
                        && order.orderId().equals(other.link().parentOrderId());
                if (child
                        && account.book().openOrder(order.orderId()) == null
                        && !other.working().isPositive()) {
                    told(other, ExecutionType.CANCELED, 0, other.quantity(), other.terms(), "PARENT_ENDED");
                }
            }
        }

        private void told(
                OpenOrder order, ExecutionType type, long quantity, Quantity whole, OrderTerms terms, String reason) {
            var price = fillPrice(order);
            var report = new ExecutionReport(
                    order.orderId(),
                    order.orderId(),
                    order.reports() + 1,
                    type,
                    "alpha",
                    order.strategyId(),
                    order.instrument(),
                    order.side(),
                    whole,
                    new Quantity(quantity),
                    quantity > 0 ? price : null,
                    order.filled().plus(new Quantity(quantity)),
                    quantity > 0 ? price.times(new Quantity(quantity)).bps(20) : Money.ZERO,
                    1,
                    now,
                    reason,
                    null,
                    terms.limitPrice(),
                    terms.triggerPrice(),
                    "USD");
            var taken = (AccountBook.Taken) account.book().apply(report);
            account = account.filled(report, taken.book());
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

        /**
         * What open buys can still take: their price, 3 % more without a limit, and 0.2 % of fee. Of a replace that is on
         * its way the old order, or the new one, a part of it filled as the old one.
         */
        BigDecimal held() {
            return sum(order -> order.side() == Side.BUY, order -> {
                var limit = order.terms().limitPrice() == null ? new BigDecimal("1.03") : BigDecimal.ONE;
                var price = decimal(order.reservePrice().units());
                if (isExit(order)) {
                    return working(order).multiply(price).multiply(limit).multiply(new BigDecimal("1.002"));
                }
                var worth = decimal(order.remaining().units()).multiply(price);
                if (order.replacement() != null) {
                    var other = decimal(order.replacement().reservePrice().units());
                    var rest = quantity(order.replacement().terms())
                            .subtract(decimal(order.filled().units()))
                            .max(BigDecimal.ZERO);
                    worth = worth.max(rest.multiply(price.max(other)));
                }
                return worth.multiply(limit).multiply(new BigDecimal("1.002"));
            });
        }

        /** Of orders of which only one can trade the most counts. */
        private BigDecimal sum(Predicate<OpenOrder> counts, Function<OpenOrder, BigDecimal> measure) {
            var groups = new TreeMap<String, BigDecimal>();
            for (var order : account.book().openOrders()) {
                if (counts.test(order)) {
                    boolean alone = order.link() == null || order.link().rule() == OrderLink.Rule.INDEPENDENT;
                    var group = alone
                            ? order.orderId()
                            : order.link().groupId()
                                    + order.side()
                                    + order.link().parentOrderId();
                    groups.merge(group, measure.apply(order), BigDecimal::max);
                }
            }
            return groups.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What an order can still trade: an exit as far as its entry was filled. */
        private BigDecimal reach(OpenOrder order) {
            if (isExit(order)) {
                return working(order);
            }
            var rest = decimal(order.remaining().units());
            if (order.replacement() == null) {
                return rest;
            }
            var asked = quantity(order.replacement().terms())
                    .subtract(decimal(order.filled().units()));
            return order.orderId().equals(replaced) ? asked : rest.max(asked);
        }

        /** It waits for an order of the other side, whose fills let it act. */
        private boolean isExit(OpenOrder order) {
            var parent = order.link() == null || order.link().parentOrderId() == null
                    ? null
                    : account.book().openOrder(order.link().parentOrderId());
            return parent != null && parent.side() != order.side();
        }

        /** Of an exit what its entry lets act, whichever of its terms its venue takes. */
        private BigDecimal working(OpenOrder order) {
            var released = decimal(order.released().units());
            var whole = quantity(order.terms());
            if (order.replacement() != null && !order.orderId().equals(replaced)) {
                whole = whole.max(quantity(order.replacement().terms()));
            }
            return released.min(whole).subtract(decimal(order.filled().units())).max(BigDecimal.ZERO);
        }

        private static BigDecimal quantity(OrderTerms terms) {
            return decimal(terms.quantity().units());
        }

        /**
         * Still open of a side; of one strategy, or of all if it is empty.
         *
         * @param closing of a hedging account what closes rather than opens
         */
        BigDecimal open(InstrumentId instrument, Side side, String strategy, boolean closing) {
            return sum(
                    order -> order.instrument().equals(instrument)
                            && order.side() == side
                            && (strategy.isEmpty() || order.strategyId().equals(strategy))
                            && (!hedging || order.terms().reduceOnly() == closing),
                    this::reach);
        }

        /** The position that the approved order opens, with all open orders of its side filled. */
        BigDecimal after(Approved approved) {
            var open = open(approved.instrument, approved.side, "", false);
            var held = hedging ? side(approved.instrument, approved.side) : position(approved.instrument);
            return held.add(open.multiply(BigDecimal.valueOf(approved.side.sign())))
                    .abs();
        }

        private BigDecimal side(InstrumentId instrument, Side side) {
            return decimal(account.book()
                    .portfolio()
                    .position(instrument, side, false)
                    .quantity()
                    .units());
        }

        BigDecimal largest(InstrumentId instrument, String strategy) {
            var buys = open(instrument, Side.BUY, strategy, false);
            var sells = open(instrument, Side.SELL, strategy, false);
            if (hedging) {
                var held = strategy.isEmpty() ? null : decimal(account.track().held(strategy, instrument));
                var bought = held == null ? side(instrument, Side.BUY) : held.max(BigDecimal.ZERO);
                var sold = held == null
                        ? side(instrument, Side.SELL).abs()
                        : held.negate().max(BigDecimal.ZERO);
                var closed = open(instrument, Side.BUY, strategy, true)
                        .subtract(sold)
                        .max(BigDecimal.ZERO);
                var ended = open(instrument, Side.SELL, strategy, true)
                        .subtract(bought)
                        .max(BigDecimal.ZERO);
                return bought.add(buys).add(closed).add(sold).add(sells).add(ended);
            }
            var position = strategy.isEmpty()
                    ? position(instrument)
                    : decimal(account.track().held(strategy, instrument));
            return position.add(buys).abs().max(position.subtract(sells).abs());
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
