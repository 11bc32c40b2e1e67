package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.average.Wma;

/**
 * Coppock curve, in percent: the linearly weighted average of the sum of two rates of change of the close.
 *
 * <p>Source: Coppock, "Realistic Stock Market Timing", Barron's (1962), for months. Warm-up: the longer rate's bars +
 * period.
 */
public final class Coppock extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("coppock", "Coppock curve")
            .bars("period", 10, 1)
            .bars("slow", 14, 1)
            .bars("fast", 11, 1)
            .value("percent")
            .formula("WMA(n) of ROC(slow) + ROC(fast) of the close, in percent")
            .seeding("None: windows only.")
            .source("Coppock, Realistic Stock Market Timing, Barron's (1962)")
            .creates(p -> new Coppock(p.bars("period"), p.bars("slow"), p.bars("fast")));

    private final int period;
    private final int longest;
    private final Roc slowRate;
    private final Roc fastRate;
    private final Wma average;

    /**
     * @param period bars of the weighted average
     * @param slow bars of the slow rate of change
     * @param fast bars of the fast rate of change
     */
    public Coppock(int period, int slow, int fast) {
        super(KIND, period, slow, fast);
        this.period = period;
        longest = Math.max(slow, fast);
        slowRate = new Roc(slow);
        fastRate = new Roc(fast);
        average = new Wma(period);
    }

    public void add(double sample) {
        slowRate.add(sample);
        fastRate.add(sample);
        if (slowRate.isReady() && fastRate.isReady()) {
            average.add(slowRate.value() + fastRate.value());
        }
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        return average.value();
    }

    @Override
    public boolean isReady() {
        return average.isReady();
    }

    @Override
    public int warmUp() {
        return longest + period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(slowRate);
        memory.carry(fastRate);
        memory.carry(average);
    }
}
