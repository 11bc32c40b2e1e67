package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.average.Ema;

/**
 * Mass index, without unit: the sum over the last m bars of EMA(n) of the range high − low by the EMA(n) of that EMA; m
 * where ranges neither widen nor narrow. Where there are no ranges at all the ratio is 1.
 *
 * <p>Source: Dorsey, "The Mass Index", Stocks and Commodities (1992). Seeding that of {@link Ema}. Warm-up: 2 n + m − 2
 * bars.
 */
public final class MassIndex extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("mass", "Mass index")
            .bars("average", 9, 1)
            .bars("period", 25, 1)
            .value("1")
            .formula("Σ over m bars of EMA(n) of high − low / EMA(n) of that EMA(n)")
            .seeding("That of the EMA. Where there are no ranges the ratio is 1.")
            .source("Dorsey, The Mass Index, Stocks and Commodities (1992)")
            .creates(p -> new MassIndex(p.bars("average"), p.bars("period")));

    private final int average;
    private final int period;
    private final Ema once;
    private final Ema twice;
    private final RollingSum ratios;

    /**
     * @param average n, 1 to 10,000 bars of the averages
     * @param period m, 1 to 10,000 bars of the sum
     */
    public MassIndex(int average, int period) {
        super(KIND, average, period);
        this.average = average;
        this.period = period;
        once = new Ema(average);
        twice = new Ema(average);
        ratios = new RollingSum(period);
    }

    @Override
    public void update(BarValues bar) {
        once.add(bar.high() - bar.low());
        if (once.isReady()) {
            twice.add(once.value());
        }
        if (twice.isReady()) {
            ratios.add(twice.value() > 0 ? once.value() / twice.value() : 1);
        }
    }

    @Override
    public double value() {
        return ratios.sum();
    }

    @Override
    public boolean isReady() {
        return ratios.isReady();
    }

    @Override
    public int warmUp() {
        return 2 * average + period - 2;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(once);
        memory.carry(twice);
        memory.carry(ratios);
    }
}
