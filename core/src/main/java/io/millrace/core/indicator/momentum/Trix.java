package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.average.TripleEma;

/**
 * TRIX, in percent per bar: the rate of change from bar to bar of an EMA of an EMA of an EMA of the close.
 *
 * <p>Source: Hutson, "Good TRIX", Stocks &amp; Commodities (1983). Seeding: each EMA with the mean of the first n it is
 * shown, as in TA-Lib, whose default period is 30. Warm-up: 3n − 1 bars.
 */
public final class Trix extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("trix", "Triple exponential average, rate of change")
            .bars("period", 15, 1)
            .value("percent")
            .formula("100 × (e3 / e3 one bar before − 1), e3 = EMA(n) of EMA(n) of EMA(n) of the close")
            .seeding("Each EMA with the mean of the first n it is shown, as in TA-Lib, whose default period is 30.")
            .source("Hutson, Good TRIX, Stocks & Commodities (1983)")
            .creates(p -> new Trix(p.bars("period")));

    private final int period;
    private final TripleEma averages;
    private final Roc change;

    /** @param period n, 1 to 10,000 bars */
    public Trix(int period) {
        super(KIND, period);
        this.period = period;
        averages = new TripleEma(period);
        change = new Roc(1);
    }

    public void add(double sample) {
        averages.add(sample);
        if (averages.isReady()) {
            change.add(averages.third());
        }
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        return change.value();
    }

    @Override
    public boolean isReady() {
        return change.isReady();
    }

    @Override
    public int warmUp() {
        return 3 * period - 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(averages);
        memory.carry(change);
    }
}
