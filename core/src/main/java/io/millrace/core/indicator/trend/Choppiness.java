package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingRange;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.TrueRange;

/**
 * Choppiness index: 100 × log10(Σ true range / (highest high − lowest low)) / log10(n) of the last n bars; near 0 in a
 * straight trend, 100 where the bars go nowhere, more than that only where a gap is the window's first true range: it is
 * in the sum and not in the range. Where the highest high is the lowest
 * low nothing goes anywhere: 100.
 *
 * <p>Source: Dreiss (1993). Warm-up: n + 1 bars.
 */
public final class Choppiness extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("choppiness", "Choppiness index")
            .bars("period", 14, 2)
            .value("0 to 100, above it after a gap")
            .formula("100 × log10(Σ true range / (highest high − lowest low)) / log10(n)")
            .seeding(
                    "None: a window of n bars and the close before, so that it is above 100 where the first of them opened with a"
                            + " gap. Without a range it is 100.")
            .source("Dreiss, Choppiness index (1993)")
            .creates(p -> new Choppiness(p.bars("period")));

    private static final double NOWHERE = 100;

    private final int period;
    private final double percent;
    private final TrueRange trueRange = new TrueRange();
    private final RollingSum ranges;
    private final RollingRange highs;
    private final RollingRange lows;

    /** @param period n, 2 to 10,000 bars */
    public Choppiness(int period) {
        super(KIND, period);
        this.period = period;
        percent = 100 / StrictMath.log10(period);
        ranges = new RollingSum(period);
        highs = new RollingRange(period);
        lows = new RollingRange(period);
    }

    @Override
    public void update(BarValues bar) {
        if (trueRange.add(bar)) {
            ranges.add(trueRange.value());
        }
        highs.add(bar.high());
        lows.add(bar.low());
    }

    @Override
    public double value() {
        double range = highs.highest() - lows.lowest();
        return range > 0 ? percent * StrictMath.log10(ranges.sum() / range) : NOWHERE;
    }

    @Override
    public boolean isReady() {
        return ranges.isReady();
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(trueRange);
        memory.carry(ranges);
        memory.carry(highs);
        memory.carry(lows);
    }
}
