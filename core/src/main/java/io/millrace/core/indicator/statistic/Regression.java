package io.millrace.core.indicator.statistic;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingLine;

/**
 * The least-squares line through the last n closes, x = 0 at the oldest: {@code slope} in units of the quote currency per
 * bar, {@code intercept} = its start, {@code forecast} = its place one bar ahead, x = n, both in units of the quote currency,
 * {@code angle} = arctan of the slope in degrees, {@code r2} = the part of the variance that it explains, 0 to 1.
 *
 * <p>Source: TA-Lib LINEARREG_SLOPE, LINEARREG_INTERCEPT, TSF, LINEARREG_ANGLE; the line's end, LINEARREG, is {@code lsma}.
 * Warm-up: n bars. Where the closes do not differ r2 is 0.
 */
public final class Regression extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("regression", "Linear regression")
            .bars("period", 14, 2)
            .value("slope", "price per bar")
            .value("intercept", "price")
            .value("forecast", "price")
            .value("angle", "degrees")
            .value("r2", "0 to 1")
            .formula("the least-squares line through the last n closes, x = 0 at the oldest: slope; intercept at x = 0;"
                    + " forecast at x = n; angle = arctan(slope); r2 = explained part of the variance")
            .seeding("None: a window of n closes. r2 is 0 where they do not differ.")
            .source("TA-Lib LINEARREG_SLOPE, LINEARREG_INTERCEPT, TSF, LINEARREG_ANGLE")
            .creates(p -> new Regression(p.bars("period")));

    private final int period;
    private final RollingLine line;

    /** @param period n, 2 to 10,000 bars */
    public Regression(int period) {
        super(KIND, period);
        this.period = period;
        line = new RollingLine(period);
    }

    public void add(double sample) {
        line.add(sample);
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> line.slope();
            case 1 -> line.at(0);
            case 2 -> line.at(period);
            case 3 -> StrictMath.toDegrees(StrictMath.atan(line.slope()));
            default -> line.determination();
        };
    }

    @Override
    public boolean isReady() {
        return line.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(line);
    }
}
