package io.millrace.core.bench;

import io.millrace.core.indicator.BarValues;
import java.util.Random;

/** A random walk of bars, as records and as arrays. */
final class BenchBars {
    private static final long MINUTE = 60_000_000_000L;

    final BarValues[] bars;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] volume;
    final double[] notional;

    BenchBars(int count) {
        bars = new BarValues[count];
        high = new double[count];
        low = new double[count];
        close = new double[count];
        volume = new double[count];
        notional = new double[count];
        var random = new Random(1);
        double price = 1_000;
        for (int i = 0; i < count; i++) {
            double open = price;
            price *= Math.exp(0.001 * random.nextGaussian());
            high[i] = Math.max(open, price) * (1 + 0.0005 * random.nextDouble());
            low[i] = Math.min(open, price) * (1 - 0.0005 * random.nextDouble());
            close[i] = price;
            volume[i] = 1 + 100 * random.nextDouble();
            notional[i] = volume[i] * price;
            bars[i] = new BarValues(
                    open, high[i], low[i], price, volume[i], volume[i] / 2, notional[i], i * MINUTE, (i + 1) * MINUTE);
        }
    }
}
