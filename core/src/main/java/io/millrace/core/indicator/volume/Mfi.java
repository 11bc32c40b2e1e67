package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.SingleValue;

/**
 * Money flow index, in [0, 100]: 100 × Σ rising flow / Σ flow of the last n bars; a bar's flow is its typical price
 * (high + low + close) / 3 × volume, rising or falling with the typical price and neither where that stays. Without any
 * flow it is 0, as in TA-Lib.
 *
 * <p>Source: Quong, Soudack, "Volume-Weighted RSI: Money Flow", Stocks and Commodities (1989). TA-Lib takes a flow below
 * 1 for none and lets its sums drift; here the true value counts. Warm-up: n + 1 bars.
 */
public final class Mfi extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("mfi", "Money flow index")
            .bars("period", 14, 1)
            .value("0 to 100")
            .formula("100 × Σ rising flow / Σ rising and falling flow, flow = (high + low + close) / 3 × volume")
            .seeding(
                    "None: a window of n bars and the one before. Without flow it is 0. TA-Lib takes a flow below 1 for"
                            + " none, here the true value counts.")
            .source("Quong, Soudack, Volume-Weighted RSI: Money Flow, Stocks and Commodities (1989)")
            .creates(p -> new Mfi(p.bars("period")));

    private final int period;
    private final RollingSum rises;
    private final RollingSum falls;
    private boolean started;
    private double previous;

    /** @param period n, 1 to 10,000 bars */
    public Mfi(int period) {
        super(KIND, period);
        this.period = period;
        rises = new RollingSum(period);
        falls = new RollingSum(period);
    }

    @Override
    public void update(BarValues bar) {
        double typical = (bar.high() + bar.low() + bar.close()) / 3;
        if (started) {
            double flow = typical * bar.volume();
            rises.add(typical > previous ? flow : 0);
            falls.add(typical < previous ? flow : 0);
        }
        started = true;
        previous = typical;
    }

    @Override
    public double value() {
        double flow = rises.sum() + falls.sum();
        return flow > 0 ? 100 * (rises.sum() / flow) : 0;
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
        memory.carry(rises);
        memory.carry(falls);
        started = memory.carry(started);
        previous = memory.carry(previous);
    }
}
