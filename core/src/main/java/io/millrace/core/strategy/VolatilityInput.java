package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.RollingMoments;
import io.millrace.core.indicator.StateReader;
import io.millrace.core.indicator.StateWriter;
import io.millrace.core.sizing.Measured;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Volatility per year: population deviation of the last n logarithmic returns from close to close × √(bars per year).
 *
 * <p>Source: Hull, Options, Futures, and Other Derivatives, chapter on estimating volatility from historical data.
 */
final class VolatilityInput implements SizingInput {
    private final RollingMoments returns;
    private final double yearly;
    private double lastClose = Double.NaN;

    VolatilityInput(int period, double barsPerYear) {
        returns = new RollingMoments(period);
        yearly = Math.sqrt(barsPerYear);
    }

    @Override
    public void update(BarValues bar, boolean entered) {
        if (lastClose > 0 && bar.close() > 0) {
            returns.add(StrictMath.log(bar.close() / lastClose));
        }
        lastClose = bar.close();
    }

    @Override
    public SortedMap<String, Double> inputs() {
        return returns.isReady()
                ? new TreeMap<>(Map.of(Measured.VOLATILITY, returns.deviation() * yearly))
                : Collections.emptySortedMap();
    }

    @Override
    public String name() {
        return "volatility(" + returns.size() + ")";
    }

    @Override
    public int stateSize() {
        return 1 + returns.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        out.put(lastClose);
        returns.save(out);
    }

    @Override
    public void load(StateReader in) {
        lastClose = in.take();
        returns.load(in);
    }
}
