package io.millrace.core.proof;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Streams of bars for tests: mean-reverting walks with bursts of volume, in which every rule finds something. */
final class Streams {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final long HOUR = 3_600_000_000_000L;

    private Streams() {}

    static List<Bar> bars(long seed, int length) {
        var random = new Random(seed);
        var bars = new ArrayList<Bar>();
        double close = 1_000;
        for (int hour = 0; hour < length; hour++) {
            double open = close;
            close += 0.02 * (1_000 - close) + 5 * random.nextGaussian();
            double high = Math.max(open, close) + 3 * random.nextDouble();
            double low = Math.min(open, close) - 3 * random.nextDouble();
            double volume = random.nextInt(5) == 0 ? 20 * random.nextDouble() : random.nextDouble();
            var quantity = new Quantity(1 + Math.round(volume * 1e8));
            bars.add(new Bar(
                    BTC,
                    hour * HOUR,
                    HOUR,
                    price(open),
                    price(high),
                    price(low),
                    price(close),
                    quantity,
                    price(close).times(quantity),
                    new Quantity(random.nextLong(quantity.units() + 1)),
                    1,
                    hour * HOUR));
        }
        return bars;
    }

    static List<BarValues> values(long seed, int length) {
        return bars(seed, length).stream().map(BarValues::of).toList();
    }

    private static Price price(double price) {
        return new Price(Math.round(price * 1e8));
    }
}
