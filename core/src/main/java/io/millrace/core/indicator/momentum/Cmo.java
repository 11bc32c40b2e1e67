package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.WilderAverage;

/**
 * Chande's momentum oscillator of the close, in [−100, 100]: 100 × (G − L) / (G + L), where G and L are Wilder's averages
 * of the rises and of the falls from close to close, as TA-Lib has it; it is 2 × RSI − 100.
 *
 * <p>Source: TA-Lib CMO. Conventions: Chande (The New Technical Trader, 1994) and ta4j take plain sums of the last n rises
 * and falls. Seeding: the means of the first n. Warm-up: n + 1 bars. While the close has never moved it is 0; TA-Lib
 * takes G + L below 1e-8 for zero, here what is below 1e-280 is.
 */
public final class Cmo extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("cmo", "Chande momentum oscillator")
            .bars("period", 14, 2)
            .value("−100 to 100")
            .formula("100 × (G − L) / (G + L), G and L Wilder's averages of the rises and falls from close to close")
            .seeding(
                    "The means of the first n rises and falls. Wilder's averages, as in TA-Lib; Chande and ta4j take plain sums"
                            + " of the last n.")
            .source("TA-Lib CMO; Chande, Kroll, The New Technical Trader (1994) with plain sums")
            .creates(p -> new Cmo(p.bars("period")));

    private final int period;
    private final WilderAverage rises;
    private final WilderAverage falls;
    private boolean started;
    private double previous;

    /** @param period n, 2 to 10,000 bars */
    public Cmo(int period) {
        super(KIND, period);
        this.period = period;
        rises = new WilderAverage(period);
        falls = new WilderAverage(period);
    }

    public void add(double sample) {
        if (started) {
            double change = sample - previous;
            rises.add(Math.max(change, 0));
            falls.add(Math.max(-change, 0));
        }
        started = true;
        previous = sample;
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        double movement = movement();
        return movement > 0 ? 100 * ((rises.value() - falls.value()) / movement) : 0;
    }

    /** G + L, 0 once it has decayed below 1e-280: while it is 0, the oscillator says nothing. */
    public double movement() {
        double movement = rises.value() + falls.value();
        return movement > Oscillators.NOTHING ? movement : 0;
    }

    @Override
    public boolean isReady() {
        return rises.isReady();
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        previous = memory.carry(previous);
        memory.carry(rises);
        memory.carry(falls);
    }
}
