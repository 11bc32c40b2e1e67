package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingMoments;
import io.millrace.core.indicator.SingleValue;

/**
 * Bollinger's band width: (upper − lower) / middle, without unit; 0 where the middle is 0.
 *
 * <p>Source: Bollinger on Bollinger Bands (2001); the bands are those of {@link Bollinger}. Warm-up: n bars.
 */
public final class BollingerWidth extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("bollinger-width", "Bollinger band width")
            .bars("period", 20, 2)
            .number("width", 2)
            .value("1")
            .formula("(upper − lower) / middle")
            .seeding("None: a window of n closes. Where the middle is 0 it is 0.")
            .source("Bollinger on Bollinger Bands (2001)")
            .creates(p -> new BollingerWidth(p.bars("period"), p.number("width")));

    private final int period;
    private final double width;
    private final RollingMoments moments;

    /**
     * @param period n, 2 to 10,000 bars
     * @param width k, above zero, in population deviations
     */
    public BollingerWidth(int period, double width) {
        super(KIND, period, width);
        this.period = period;
        this.width = width;
        moments = new RollingMoments(period);
    }

    @Override
    public void update(BarValues bar) {
        moments.add(bar.close());
    }

    @Override
    public double value() {
        return moments.mean() == 0 ? 0 : 2 * width * moments.deviation() / moments.mean();
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
