package io.millrace.core.strategy;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.sizing.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Bars and specifications for tests. */
final class Bars {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final long MINUTE = 60_000_000_000L;

    private Bars() {}

    static Bar bar(int minute, double close) {
        return bar(minute, close, close, close, 1);
    }

    static Bar bar(int minute, double high, double low, double close, double volume) {
        return bar(minute, MINUTE, high, low, close, volume);
    }

    static Bar bar(int minute, long intervalNanos, double high, double low, double close, double volume) {
        var quantity = new Quantity(Math.round(volume * 1e8));
        return new Bar(
                BTC,
                minute * MINUTE,
                intervalNanos,
                price(close),
                price(high),
                price(low),
                price(close),
                quantity,
                price(close).times(quantity),
                quantity,
                1,
                minute * MINUTE);
    }

    /** A mean-reverting walk with bursts of volume: every rule finds something in it. */
    static List<Bar> random(long seed, int length) {
        var random = new Random(seed);
        var bars = new ArrayList<Bar>();
        double close = 1_000;
        for (int minute = 0; minute < length; minute++) {
            close += 0.02 * (1_000 - close) + 5 * random.nextGaussian();
            double high = close + 3 * random.nextDouble();
            double low = close - 3 * random.nextDouble();
            double volume = random.nextInt(5) == 0 ? 20 * random.nextDouble() : random.nextDouble();
            bars.add(bar(minute, high, low, close, volume));
        }
        return bars;
    }

    static StrategySpec spec(String kind, Map<String, Double> parameters) {
        return new StrategySpec(
                "s1", 1, "acc-1", BTC, kind, MINUTE, Quantity.of("0.5"), new TreeMap<>(parameters), true, 0);
    }

    static StrategySpec version(StrategySpec spec, long version, boolean enabled, int effectiveFromMinute) {
        return new StrategySpec(
                spec.strategyId(),
                version,
                spec.accountId(),
                spec.instrument(),
                spec.kind(),
                spec.intervalNanos(),
                spec.quantity(),
                spec.parameters(),
                enabled,
                effectiveFromMinute * MINUTE);
    }

    static StrategySpec sized(StrategySpec spec, long version, Sizing sizing) {
        return new StrategySpec(
                spec.strategyId(),
                version,
                spec.accountId(),
                spec.instrument(),
                spec.kind(),
                spec.intervalNanos(),
                spec.quantity(),
                spec.parameters(),
                true,
                0,
                0,
                null,
                sizing);
    }

    private static Price price(double price) {
        return new Price(Math.round(price * 1e8));
    }
}
