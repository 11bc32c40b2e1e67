package io.millrace.verification.history;

import io.millrace.core.clock.Clock;
import io.millrace.core.feature.FeatureVector;
import io.millrace.core.indicator.IndicatorSnapshot;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.IntentId;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.portfolio.Account;
import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.TradingMode;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A market of two instruments and what two strategies and one person want in it; the same every time. */
final class SmallMarket {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final InstrumentId ETH = InstrumentId.of("ETH-USD.BITSTAMP");
    static final String ROBOT = "robot";

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    /** 2013-11-25T23:30:00Z: midnight comes in between. */
    static final long START = 1_385_422_200L * SECOND;

    private static final int BARS = 45;
    private static final int TRADES_IN_BAR = 6;

    private final SplittableRandom random = new SplittableRandom(11);
    private final Sink sink;
    private final List<Trade> trades = new ArrayList<>();
    private final SmallDesk desk = new SmallDesk(ETH, START);
    private long btcOrdinal;

    private long outboxRow;

    /** Where it goes. */
    interface Sink {
        <V> void value(Topic<V> topic, V value);

        /** A value that comes from a row of the outbox. */
        <V> void value(Topic<V> topic, V value, long outboxSequence);

        void clock(Topic<?> topic, String key, Clock clock);
    }

    SmallMarket(Sink sink) {
        this.sink = sink;
    }

    /** Sends everything, and says what was sent. */
    Driven run() {
        control();
        for (int bar = 0; bar < BARS; bar++) {
            for (var instrument : List.of(BTC, ETH)) {
                bar(instrument, bar);
            }
        }
        long end = START + 10 * BARS * MINUTE;
        for (var instrument : List.of(BTC, ETH)) {
            clocks(instrument, end);
        }
        return new Driven(trades, desk.requests(), List.of());
    }

    private void control() {
        for (var id : List.of(BTC, ETH)) {
            sink.value(Topics.INSTRUMENTS, instrument(id), ++outboxRow);
        }
        sink.value(Topics.POLICIES, policy(), ++outboxRow);
        for (var id : List.of(ROBOT, SmallDesk.PERSON)) {
            sink.value(Topics.ACCOUNTS, new Account(id, 1, "USD", Money.of("10000"), "small", 0), ++outboxRow);
        }
        for (var id : List.of(BTC, ETH)) {
            sink.value(
                    Topics.STRATEGIES,
                    new StrategySpec(
                            "of-" + id.symbol(),
                            1,
                            ROBOT,
                            id,
                            "rsi-reversal",
                            MINUTE,
                            Quantity.of("1"),
                            new TreeMap<>(),
                            true,
                            0),
                    ++outboxRow);
        }
    }

    static Policy policy() {
        var limits = new Limits(
                Money.of("2000"),
                Money.of("3000"),
                Money.of("4000"),
                10_000,
                Money.of("1500"),
                2_000,
                4,
                Duration.ofMinutes(2));
        return new Policy("small", 1, TradingMode.NORMAL, limits, limits, limits, 0);
    }

    private static Instrument instrument(InstrumentId id) {
        return new Instrument(
                id,
                1,
                id.symbol().substring(0, 3),
                "USD",
                Price.of("0.01"),
                Quantity.of("0.0001"),
                Quantity.of("0.0001"),
                Quantity.of("100"),
                25,
                10,
                0);
    }

    private void bar(InstrumentId instrument, int number) {
        long open = START + number * MINUTE;
        var ofBar = new ArrayList<Trade>();
        for (int i = 0; i < TRADES_IN_BAR; i++) {
            ofBar.add(trade(instrument, open + i * 10L * SECOND + random.nextLong(SECOND)));
        }
        say(ofBar, open);
        intents(instrument, number, open + MINUTE);
        clocks(instrument, open + MINUTE);
        if (instrument.equals(ETH) && number % 3 == 2) {
            request();
        }
    }

    private Trade trade(InstrumentId instrument, long nanos) {
        var before = trades.stream()
                .filter(trade -> trade.instrument().equals(instrument))
                .reduce((one, other) -> other);
        long price = before.map(trade -> trade.price().units())
                .orElse(instrument.equals(BTC) ? 800_0000_0000L : 30_0000_0000L);
        var trade = new Trade(
                instrument,
                nanos,
                before.map(Trade::sequence).orElse(0L) + 1,
                new Price(price + random.nextLong(-30, 31) * price / 10_000 / 1_000_000 * 1_000_000),
                new Quantity(random.nextLong(1, 200) * 1_000_000),
                AggressorSide.UNKNOWN);
        trades.add(trade);
        sink.value(Topics.TRADES, trade);
        return trade;
    }

    /** The bar of these trades and one value of each kind of analytics. */
    private void say(List<Trade> ofBar, long open) {
        var first = ofBar.get(0);
        var last = ofBar.get(ofBar.size() - 1);
        var prices = ofBar.stream().map(Trade::price).sorted().toList();
        var notional = ofBar.stream()
                .map(trade -> trade.price().times(trade.quantity()))
                .reduce(Money.ZERO, Money::plus);
        var bar = new Bar(
                first.instrument(),
                open,
                MINUTE,
                first.price(),
                prices.get(prices.size() - 1),
                prices.get(0),
                last.price(),
                ofBar.stream().map(Trade::quantity).reduce(Quantity.ZERO, Quantity::plus),
                notional,
                Quantity.ZERO,
                ofBar.size(),
                last.eventTimeNanos());
        sink.value(Topics.BARS, bar);
        var values = new TreeMap<String, Double>();
        values.put("close", last.price().toDouble());
        sink.value(Topics.INDICATORS, IndicatorSnapshot.of(bar, open + MINUTE, values));
        sink.value(Topics.FEATURES, FeatureVector.of("small", 1, bar, open + MINUTE, values));
    }

    private void intents(InstrumentId instrument, int bar, long known) {
        if (bar % (instrument.equals(BTC) ? 2 : 3) != 1) {
            return;
        }
        var side = random.nextInt(3) > 0 ? Side.BUY : Side.SELL;
        var quantity = new Quantity(random.nextLong(1, instrument.equals(BTC) ? 200 : 3_000) * 1_000_000);
        var price = trades.get(trades.size() - 1).price();
        var limit = new Price(price.units() + random.nextLong(-20, 21) * 1_000_000);
        var terms =
                switch (random.nextInt(3)) {
                    case 0 -> OrderTerms.limit(side, quantity, limit);
                    case 1 -> new OrderTerms(side, OrderType.LIMIT, TimeInForce.IOC, quantity, limit, false);
                    default -> OrderTerms.market(side, quantity);
                };
        var strategy = "of-" + instrument.symbol();
        long ordinal = ++btcOrdinal;
        var intent = new OrderIntent(
                IntentId.of(strategy, 1, instrument, known, ordinal),
                Action.SUBMIT,
                strategy,
                1,
                ROBOT,
                instrument,
                ordinal,
                known,
                Ordering.EVENT_TIME,
                terms,
                null,
                "because");
        sink.value(Topics.INTENTS, intent);
        if (bar % 4 == 1) {
            sink.value(Topics.INTENTS, intent);
        }
    }

    private void request() {
        sink.value(Topics.INTENTS, desk.next(last(ETH).price()), ++outboxRow);
    }

    private Trade last(InstrumentId instrument) {
        return trades.stream()
                .filter(trade -> trade.instrument().equals(instrument))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private void clocks(InstrumentId instrument, long nanos) {
        var last = last(instrument);
        var marked = new Clock(instrument, 0, nanos, last.price(), last.eventTimeNanos());
        sink.clock(Topics.TRADES, instrument.toString(), Clock.of(instrument, nanos));
        sink.clock(Topics.INTENTS, instrument.toString(), marked);
        sink.clock(Topics.BARS, instrument.toString(), Clock.of(instrument, nanos));
    }
}
