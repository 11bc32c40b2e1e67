package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingRange;

/**
 * Ehlers' Fisher transform of the bars' middles m = (high + low) / 2: {@code line} f = ½ ln((1 + v) / (1 − v)) + ½ × f of the
 * bar before, with v ← 0.66 × ((m − lowest m) / (highest m − lowest m) − ½) + 0.67 × v over the last n bars, kept within
 * ±0.999; {@code trigger} = the line of the bar before. No unit.
 *
 * <p>Source: Ehlers, "Using the Fisher Transform", Stocks &amp; Commodities (2002). Seeding: v and f begin with 0 at the
 * first full window; where the window's middles do not differ, m lies in the middle. Warm-up: n + 1 bars, since the first
 * line has no trigger. The logarithm is {@link StrictMath}'s.
 */
public final class Fisher extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("fisher", "Fisher transform")
            .bars("period", 10, 1)
            .value("line", "1")
            .value("trigger", "1")
            .formula(
                    "line f = ½ ln((1 + v) / (1 − v)) + ½ f; v ← 0.66 × ((m − lowest m) / (highest m − lowest m) − ½) +"
                            + " 0.67 × v of the last n m = (high + low) / 2, within ±0.999; trigger = line of the bar before")
            .seeding("v = f = 0 at the first full window.")
            .source("Ehlers, Using the Fisher Transform, Stocks & Commodities (2002)")
            .creates(p -> new Fisher(p.bars("period")));

    private static final double LIMIT = 0.999;

    private final int period;
    private final RollingRange range;
    private boolean ready;
    private double position;
    private double line;
    private double trigger;

    /** @param period n, 1 to 10,000 bars */
    public Fisher(int period) {
        super(KIND, period);
        this.period = period;
        range = new RollingRange(period);
    }

    @Override
    public void update(BarValues bar) {
        ready = range.isReady();
        double middle = (bar.high() + bar.low()) / 2;
        range.add(middle);
        if (range.isReady()) {
            double width = range.highest() - range.lowest();
            double place = width > 0 ? (middle - range.lowest()) / width - 0.5 : 0;
            position = Math.max(-LIMIT, Math.min(LIMIT, 0.66 * place + 0.67 * position));
            trigger = line;
            line = 0.5 * StrictMath.log((1 + position) / (1 - position)) + 0.5 * line;
        }
    }

    @Override
    public double value(int index) {
        return index == 0 ? line : trigger;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        ready = memory.carry(ready);
        position = memory.carry(position);
        line = memory.carry(line);
        trigger = memory.carry(trigger);
        memory.carry(range);
    }
}
