package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingMoments;

/**
 * Bollinger bands of the close, in units of the quote currency: {@code middle} = mean of the last n closes, {@code
 * upper} and {@code lower} = middle ± k population deviations of the same closes.
 *
 * <p>Source: Bollinger on Bollinger Bands (2001). Warm-up: n bars. TA-Lib takes a variance below 1e-8 for zero; here
 * the true value counts ({@link RollingMoments}).
 */
public final class Bollinger extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("bollinger", "Bollinger bands")
            .bars("period", 20, 2)
            .number("width", 2)
            .value("upper", "price")
            .value("middle", "price")
            .value("lower", "price")
            .formula("middle = mean of the last n closes; upper, lower = middle ± k population deviations of them")
            .seeding(
                    "None: a window of n closes. TA-Lib takes a variance below 1e-8 for 0, here the true value counts.")
            .source("Bollinger on Bollinger Bands (2001)")
            .creates(p -> new Bollinger(p.bars("period"), p.number("width")));

    private final int period;
    private final double width;
    private final RollingMoments moments;

    /**
     * @param period n, 2 to 10,000 bars
     * @param width k, above zero, in population deviations
     */
    public Bollinger(int period, double width) {
        super(KIND, period, width);
        this.period = period;
        this.width = width;
        moments = new RollingMoments(period);
    }

    public void add(double sample) {
        moments.add(sample);
    }

    public double upper() {
        return moments.mean() + width * moments.deviation();
    }

    public double middle() {
        return moments.mean();
    }

    public double lower() {
        return moments.mean() - width * moments.deviation();
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> upper();
            case 1 -> middle();
            default -> lower();
        };
    }

    @Override
    public boolean isReady() {
        return moments.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(moments);
    }
}
