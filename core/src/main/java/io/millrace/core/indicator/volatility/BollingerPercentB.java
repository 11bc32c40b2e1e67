package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingMoments;
import io.millrace.core.indicator.SingleValue;

/**
 * Bollinger's %B: where the close lies between the bands, (close − lower) / (upper − lower): 0 on the lower band, 1 on the
 * upper one, 0.5 where they are one.
 *
 * <p>Source: Bollinger on Bollinger Bands (2001); the bands are those of {@link Bollinger}. Warm-up: n bars.
 */
public final class BollingerPercentB extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("bollinger-percent-b", "Bollinger %B")
            .bars("period", 20, 2)
            .number("width", 2)
            .value("1")
            .formula("(close − lower) / (upper − lower)")
            .seeding("None: a window of n closes. Where the bands are one it is 0.5.")
            .source("Bollinger on Bollinger Bands (2001)")
            .creates(p -> new BollingerPercentB(p.bars("period"), p.number("width")));

    private final int period;
    private final double width;
    private final RollingMoments moments;
    private double close;

    /**
     * @param period n, 2 to 10,000 bars
     * @param width k, above zero, in population deviations
     */
    public BollingerPercentB(int period, double width) {
        super(KIND, period, width);
        this.period = period;
        this.width = width;
        moments = new RollingMoments(period);
    }

    @Override
    public void update(BarValues bar) {
        moments.add(bar.close());
        close = bar.close();
    }

    @Override
    public double value() {
        double deviation = moments.deviation();
        return deviation > 0 ? 0.5 + moments.fromMean(close) / (2 * width * deviation) : 0.5;
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
        close = memory.carry(close);
    }
}
