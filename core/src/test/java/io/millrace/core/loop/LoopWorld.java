package io.millrace.core.loop;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.IntentId;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.portfolio.Account;
import io.millrace.core.risk.ControlBook;
import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.TradingMode;
import io.millrace.core.sizing.Sizing;
import io.millrace.core.sizing.SizingKind;
import io.millrace.core.strategy.StrategySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that comes from outside the loop: the market's trades, what strategies want after each bar, and what people
 * have set. Drawn from a seed, small, and made to hurt: several trades and bars at one instant, trades out of order,
 * quiet instruments, accounts on several instruments, limits that bite, strategies and policies that change half-way.
 */
final class LoopWorld {
    static final long SECOND = 1_000_000_000L;
    static final long BAR = 10 * SECOND;
    static final long LATENESS = SECOND;
    static final long START = 1_385_337_600L * SECOND - 60 * SECOND;
    static final int RISK_TASKS = 3;

    private static final Map<String, String> POLICIES =
            Map.of("alpha", "NORMAL", "beta", "NORMAL", "gamma", "AGGRESSIVE", "delta", "DEFENSIVE");

    /** Either a trade or a clock of the market; or an intent or a clock of signals. */
    record Sent(Trade trade, OrderIntent intent, Clock clock) {}

    final List<InstrumentId> instruments = new ArrayList<>();
    final List<String> accounts = List.of("alpha", "beta", "gamma", "delta");
    final ControlBook control = new ControlBook();
    final SortedMap<InstrumentId, List<Sent>> market = new TreeMap<>();
    /** Per instrument what signals sends, intents before their clock. */
    final SortedMap<InstrumentId, List<Sent>> signals = new TreeMap<>();

    final long latencyNanos;

    private final Random random;
    private final List<StrategySpec> strategies = new ArrayList<>();
    private final SortedMap<String, Long> ordinals = new TreeMap<>();
    private final SortedMap<String, List<String>> sentOrders = new TreeMap<>();
    /** Sides of the limit orders that strategies sent. */
    private final Map<String, Side> sentLimits = new TreeMap<>();

    private final boolean dressed;
    private final int seconds;

    LoopWorld(long seed) {
        this(seed, true);
    }

    /** @param dressed whether strategies want more than single orders and cancels */
    LoopWorld(long seed, boolean dressed) {
        this.dressed = dressed;
        random = new Random(seed);
        seconds = 60 + random.nextInt(120);
        latencyNanos = List.of(1L, 50_000_000L, SECOND, 2 * SECOND, 25 * SECOND).get(random.nextInt(5));
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            instruments.add(new InstrumentId("I" + i + "-USD", "SIM"));
        }
        people();
        for (var instrument : instruments) {
            trades(instrument);
            signals(instrument);
        }
    }

    static int riskTaskOf(String accountId) {
        return Math.floorMod(accountId.hashCode(), RISK_TASKS);
    }

    long countOfIntents() {
        return instruments.stream().mapToLong(this::countOfIntents).sum();
    }

    long countOfIntents(InstrumentId instrument) {
        return signals.get(instrument).stream()
                .filter(sent -> sent.intent() != null)
                .count();
    }

    /** When the first of the markets ends. */
    long endNanos() {
        return market.values().stream()
                .mapToLong(sent -> sent.get(sent.size() - 1).clock().timeNanos())
                .min()
                .orElseThrow();
    }

    /** What people want, whenever it arrives. */
    List<OrderIntent> arrivals(int count) {
        var intents = new ArrayList<OrderIntent>();
        for (int i = 0; i < count; i++) {
            var instrument = instruments.get(random.nextInt(instruments.size()));
            var trade = market.get(instrument).get(0).trade();
            boolean cancel = i > 0 && random.nextInt(4) == 0;
            intents.add(new OrderIntent(
                    "manual-" + i,
                    cancel ? Action.CANCEL : Action.SUBMIT,
                    OrderIntent.MANUAL,
                    0,
                    accounts.get(random.nextInt(accounts.size())),
                    instrument,
                    i,
                    START,
                    Ordering.ARRIVAL,
                    cancel ? null : terms(trade),
                    cancel ? "manual-" + random.nextInt(i) : null,
                    ""));
            var command =
                    switch (i % 10) {
                        case 6 -> Action.CANCEL_ALL;
                        case 7 -> Action.HALT;
                        case 8 -> Action.RESUME;
                        default -> null;
                    };
            if (command != null) {
                intents.add(new OrderIntent(
                        "command-" + i,
                        command,
                        OrderIntent.MANUAL,
                        0,
                        accounts.get(random.nextInt(accounts.size())),
                        null,
                        i,
                        START,
                        Ordering.ARRIVAL,
                        null,
                        null,
                        ""));
            }
        }
        return intents;
    }

    private void people() {
        for (var id : instruments) {
            control.put(new Instrument(
                    id,
                    1,
                    id.symbol(),
                    "USD",
                    Price.of("0.01"),
                    Quantity.of("0.001"),
                    Quantity.of("0.001"),
                    Quantity.of("50"),
                    20,
                    10,
                    0));
        }
        for (var mode : TradingMode.values()) {
            control.put(policy(mode.name(), 1, mode, 0));
        }
        control.put(policy("NORMAL", 2, TradingMode.DEFENSIVE, START + seconds / 2 * SECOND));
        int number = 0;
        for (var account : accounts) {
            control.put(new Account(account, 1, "USD", Money.of("5000"), POLICIES.get(account), 0));
            for (var instrument : instruments) {
                if (random.nextInt(3) > 0) {
                    strategy("s" + number++, account, instrument);
                }
            }
        }
        control.put(new Account("beta", 2, "USD", Money.of("7500"), "NORMAL", START + seconds / 3 * SECOND));
    }

    private void strategy(String id, String account, InstrumentId instrument) {
        var first = new StrategySpec(
                id, 1, account, instrument, "any", BAR, Quantity.of("1"), new TreeMap<>(), true, START - 10 * BAR);
        strategies.add(first);
        control.put(first);
        if (random.nextInt(3) == 0) {
            var off = new StrategySpec(
                    id,
                    2,
                    account,
                    instrument,
                    "any",
                    BAR,
                    Quantity.of("1"),
                    new TreeMap<>(),
                    false,
                    START + random.nextInt(seconds) * SECOND);
            strategies.add(off);
            control.put(off);
        }
    }

    private static Policy policy(String id, long version, TradingMode mode, long from) {
        return new Policy(id, version, mode, limits("4000", 6), limits("1500", 4), limits("800", 3), from);
    }

    private static Limits limits(String money, int orders) {
        return new Limits(
                Money.of(money),
                Money.of(money),
                new Money(2 * Money.of(money).units()),
                20_000,
                Money.of("120"),
                150,
                orders,
                Duration.ofSeconds(8));
    }

    private void trades(InstrumentId instrument) {
        var log = market.computeIfAbsent(instrument, i -> new ArrayList<>());
        long price = Price.of("100").units();
        long now = START;
        long sequence = 0;
        int pace = 1 + random.nextInt(8);
        while (now < START + seconds * SECOND) {
            now += random.nextInt(pace) * SECOND + (random.nextInt(4) == 0 ? random.nextInt(1_000_000_000) : 0);
            if (random.nextInt(40) == 0) {
                now += 30 * SECOND;
            }
            now = random.nextInt(2) == 0 ? now / SECOND * SECOND : now;
            price += (random.nextInt(401) - 200) * 1_000_000L;
            long time = random.nextInt(15) == 0 ? now - random.nextInt(3) * SECOND : now;
            var quantity = random.nextInt(20) == 0 ? Quantity.ZERO : Quantity.of("1");
            log.add(new Sent(
                    new Trade(
                            instrument, time, ++sequence, new Price(price), quantity, AggressorSide.valueOf("UNKNOWN")),
                    null,
                    null));
        }
        log.add(new Sent(null, null, Clock.of(instrument, START + (seconds + 3600) * SECOND)));
    }

    /** After each bar that was traded: what strategies want of it, then the clock with the latest price. */
    private void signals(InstrumentId instrument) {
        var out = signals.computeIfAbsent(instrument, i -> new ArrayList<>());
        long clock = Long.MIN_VALUE;
        Trade last = null;
        long due = Long.MAX_VALUE;
        for (var sent : market.get(instrument)) {
            long time = sent.clock() != null
                    ? sent.clock().timeNanos()
                    : sent.trade().eventTimeNanos();
            clock = Math.max(clock, time);
            if (clock >= due) {
                var open = due - LATENESS - BAR;
                for (var spec : strategies) {
                    if (spec.instrument().equals(instrument)) {
                        wish(spec, open, due, last, out);
                    }
                }
                out.add(clockOf(instrument, due, last));
                due = Long.MAX_VALUE;
            }
            if (sent.trade() != null) {
                last = sent.trade();
                due = due == Long.MAX_VALUE ? Math.floorDiv(clock, BAR) * BAR + BAR + LATENESS : due;
            }
        }
        out.add(clockOf(instrument, clock, last));
    }

    private static Sent clockOf(InstrumentId instrument, long time, Trade last) {
        return new Sent(
                null, null, new Clock(instrument, 0, time, last.price(), Math.min(time, last.eventTimeNanos())));
    }

    private void wish(StrategySpec spec, long open, long due, Trade last, List<Sent> out) {
        boolean inForce = strategies.stream()
                .filter(other -> other.strategyId().equals(spec.strategyId()) && other.effectiveFromNanos() <= open)
                .reduce((a, b) -> b)
                .filter(latest -> latest.equals(spec) && latest.enabled())
                .isPresent();
        for (int i = 0; inForce && i < random.nextInt(3); i++) {
            out.add(new Sent(null, intent(spec, due, last), null));
        }
    }

    private OrderIntent intent(StrategySpec spec, long due, Trade last) {
        long ordinal = ordinals.merge(spec.strategyId(), 1L, Long::sum);
        var id = IntentId.of(spec.strategyId(), spec.version(), spec.instrument(), due, ordinal);
        var orders = sentOrders.computeIfAbsent(spec.strategyId(), s -> new ArrayList<>());
        boolean cancel = !orders.isEmpty() && random.nextInt(4) == 0;
        var cancelId = cancel ? orders.get(random.nextInt(orders.size())) : null;
        if (!cancel) {
            orders.add(id);
        }
        var intent = new OrderIntent(
                id,
                cancel ? Action.CANCEL : Action.SUBMIT,
                spec.strategyId(),
                spec.version(),
                spec.accountId(),
                spec.instrument(),
                ordinal,
                due,
                Ordering.EVENT_TIME,
                cancel ? null : terms(last),
                cancelId,
                "");
        if (dressed && !cancel && Math.floorMod(spec.strategyId().hashCode(), 3) == 0) {
            return leavingExits(intent, last);
        }
        return cancel ? intent : dressed(intent.sizedBy(sizing(ordinal)), last, orders);
    }

    /** Every second intent is sized, one of four of these closes. */
    private static Sizing sizing(long ordinal) {
        return switch ((int) (ordinal % 8)) {
            case 0, 4 -> Sizing.of(SizingKind.PERCENT_OF_EQUITY, Map.of("fraction", 0.2));
            case 2 ->
                Sizing.of(SizingKind.ATR_RISK, Map.of("fraction", 0.02)).measured(new TreeMap<>(Map.of("atr", 12.5)));
            case 6 -> Sizing.CLOSE;
            default -> null;
        };
    }

    /** Every second intent is more than a single order: a bracket, an OCO or OTO, one that is split, or a replace. */
    private OrderIntent dressed(OrderIntent intent, Trade last, List<String> orders) {
        var terms = intent.terms();
        if (!dressed) {
            return intent;
        }
        if (terms.type() == OrderType.LIMIT) {
            sentLimits.put(intent.intentId(), terms.side());
        }
        return switch ((int) (intent.ordinal() % 8)) {
            case 1 -> grouped(intent, Contingency.BRACKET, exit(terms, last, -20), exit(terms, last, 20));
            case 3 -> replace(intent, last, orders);
            case 5 -> intent.withTerms(terms.lasting(TimeInForce.GTC, 0).splitBy(algorithm()));
            case 7 ->
                grouped(
                        intent,
                        random.nextBoolean() ? Contingency.OCO : Contingency.OTO,
                        OrderTerms.stopMarket(
                                terms.side(),
                                terms.quantity(),
                                at(last, terms.side().sign() * 10)));
            default -> intent;
        };
    }

    /** Opens, lets exits rest, and takes a part of the position, or more, from under them. */
    private OrderIntent leavingExits(OrderIntent intent, Trade last) {
        int far = 10 + random.nextInt(60);
        return intent.withTerms(
                switch ((int) (intent.ordinal() % 4)) {
                    case 1 -> OrderTerms.market(Side.BUY, Quantity.of("3"));
                    case 2 ->
                        OrderTerms.limit(Side.SELL, Quantity.of("1"), at(last, far))
                                .reducing();
                    case 3 ->
                        OrderTerms.stopMarket(Side.SELL, Quantity.of("2"), at(last, -far))
                                .reducing();
                    default -> OrderTerms.market(Side.SELL, Quantity.of(random.nextBoolean() ? "2" : "4"));
                });
    }

    /** Ends a position of an order's, by a stop or a target. */
    private static OrderTerms exit(OrderTerms entry, Trade last, int ticks) {
        var side = entry.side().opposite();
        var price = at(last, ticks * entry.side().sign());
        return ticks < 0
                ? OrderTerms.stopMarket(side, entry.quantity(), price).reducing()
                : OrderTerms.limit(side, entry.quantity(), price).reducing();
    }

    private Algorithm algorithm() {
        long horizon = (1 + random.nextInt(20)) * SECOND;
        return random.nextBoolean() ? Algorithm.twap(horizon, 4) : Algorithm.vwap(horizon, List.of(3L, 0L, 1L));
    }

    /** Of one of the strategy's limit orders, if it has sent any. */
    private OrderIntent replace(OrderIntent intent, Trade last, List<String> orders) {
        var limits = orders.stream().filter(id -> sentLimits.containsKey(id)).toList();
        if (limits.isEmpty()) {
            return intent;
        }
        var orderId = limits.get(Math.max(0, limits.size() - 1 - random.nextInt(3)));
        var side = sentLimits.get(orderId);
        return new OrderIntent(
                intent.intentId(),
                Action.REPLACE,
                intent.strategyId(),
                intent.strategyVersion(),
                intent.accountId(),
                intent.instrument(),
                intent.ordinal(),
                intent.eventTimeNanos(),
                intent.ordering(),
                OrderTerms.limit(side, intent.terms().quantity(), at(last, -side.sign() * random.nextInt(20))),
                orderId,
                "");
    }

    private static OrderIntent grouped(OrderIntent intent, Contingency contingency, OrderTerms... attached) {
        return new OrderIntent(
                intent.intentId(),
                intent.action(),
                intent.strategyId(),
                intent.strategyVersion(),
                intent.accountId(),
                intent.instrument(),
                intent.ordinal(),
                intent.eventTimeNanos(),
                intent.ordering(),
                intent.terms(),
                null,
                "",
                List.of(attached),
                contingency);
    }

    /** The latest price, moved by ticks of 0.1. */
    private static Price at(Trade last, int ticks) {
        return new Price((last.price().units() / 10_000_000L + ticks) * 10_000_000L);
    }

    private OrderTerms terms(Trade last) {
        var side = random.nextBoolean() ? Side.BUY : Side.SELL;
        boolean limit = random.nextBoolean();
        var price = last.price().units() + (random.nextInt(61) - 30) * 10_000_000L;
        return new OrderTerms(
                side,
                limit ? OrderType.LIMIT : OrderType.MARKET,
                random.nextInt(4) == 0 ? TimeInForce.IOC : TimeInForce.GTC,
                new Quantity((1 + random.nextInt(9)) * 100_000_000L),
                limit ? new Price(price / 1_000_000L * 1_000_000L) : null,
                random.nextInt(6) == 0);
    }
}
