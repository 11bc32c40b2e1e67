package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Volume-weighted average price of the last n bars with bands, in units of the quote currency: {@code vwap} as {@link
 * Vwap} has it, {@code deviation} = √(Σ volume × (bar's own average price − vwap)² / Σ volume), {@code upper} and {@code
 * lower} = vwap ± k deviations.
 *
 * <p>Warm-up: n bars; a window without volume has no values. Source: that of {@link Vwap}.
 */
public final class VwapBands extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named(
                    "vwap-bands", "Volume-weighted average price with bands, rolling")
            .bars("period", 20, 1)
            .number("width", 2)
            .value("vwap", "price")
            .value("upper", "price")
            .value("lower", "price")
            .value("deviation", "price")
            .formula("vwap = Σ notional / Σ volume of the last n bars; deviation = √(Σ volume × (notional / volume −"
                    + " vwap)² / Σ volume); upper, lower = vwap ± k deviations")
            .seeding("None: a window of n bars. Without volume in it there are no values.")
            .source("Berkowitz, Logue, Noser, The Total Cost of Transactions on the NYSE (1988); deviation: Millrace")
            .creates(p -> new VwapBands(p.bars("period"), p.number("width")));

    private final int period;
    private final double width;
    private final RollingWeightedMoments moments;

    /**
     * @param period n, 1 to 10,000 bars
     * @param width k, above zero, in deviations
     */
    public VwapBands(int period, double width) {
        super(KIND, period, width);
        this.period = period;
        this.width = width;
        moments = new RollingWeightedMoments(period);
    }

    @Override
    public void update(BarValues bar) {
        moments.add(bar.volume() > 0 ? bar.notional() / bar.volume() : 0, bar.volume());
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> moments.mean();
            case 1 -> moments.mean() + width * moments.deviation();
            case 2 -> moments.mean() - width * moments.deviation();
            default -> moments.deviation();
        };
    }

    @Override
    public boolean isReady() {
        return moments.isReady() && moments.weight() > 0;
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
