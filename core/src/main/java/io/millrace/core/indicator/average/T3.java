package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Tillson's T3: the generalised DEMA with volume factor v applied three times, which is c1 e6 + c2 e5 + c3 e4 + c4 e3,
 * where e1 is the EMA of the samples, e2 that of e1 and so on; c1 = −v³, c2 = 3v² + 3v³, c3 = −6v² − 3v − 3v³, c4 = 1 +
 * 3v + v³ + 3v².
 *
 * <p>Source: Tillson, "Better Moving Averages", Stocks &amp; Commodities (1998). Seeding: each EMA with the mean of the
 * first n it is shown, as in TA-Lib. Warm-up: 6n − 5 bars.
 */
public final class T3 extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("t3", "Tillson's T3")
            .bars("period", 5, 1)
            .number("factor", 0.7, 0, 1)
            .value("price")
            .formula("c1 e6 + c2 e5 + c3 e4 + c4 e3; e1 = EMA(n) of the close, e2 = EMA(n) of e1, ...;"
                    + " c1 = −v³, c2 = 3v² + 3v³, c3 = −6v² − 3v − 3v³, c4 = 1 + 3v + v³ + 3v²")
            .seeding("Each EMA with the mean of the first n it is shown, as in TA-Lib.")
            .source("Tillson, Better Moving Averages, Stocks & Commodities (1998)")
            .creates(p -> new T3(p.bars("period"), p.number("factor")));

    private final int period;
    private final TripleEma inner;
    private final TripleEma outer;
    private final double c1;
    private final double c2;
    private final double c3;
    private final double c4;

    /**
     * @param period n, 1 to 10,000 bars
     * @param factor v, above 0, at most 1
     */
    public T3(int period, double factor) {
        super(KIND, period, factor);
        this.period = period;
        inner = new TripleEma(period);
        outer = new TripleEma(period);
        double square = factor * factor;
        c1 = -square * factor;
        c2 = 3 * (square - c1);
        c3 = -6 * square - 3 * (factor - c1);
        c4 = 1 + 3 * factor - c1 + 3 * square;
    }

    @Override
    public void add(double sample) {
        inner.add(sample);
        if (inner.isReady()) {
            outer.add(inner.third());
        }
    }

    @Override
    public double value() {
        return c1 * outer.third() + c2 * outer.second() + c3 * outer.first() + c4 * inner.third();
    }

    @Override
    public boolean isReady() {
        return outer.isReady();
    }

    @Override
    public int warmUp() {
        return 6 * period - 5;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(inner);
        memory.carry(outer);
    }
}
