package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.SingleValue;

/**
 * Chaikin money flow, in [−1, 1]: Σ ((close − low) − (high − close)) / (high − low) × volume / Σ volume of the last n
 * bars. A bar without a range has no flow; without volume it is 0.
 *
 * <p>Source: Chaikin (1980s), as in Achelis, Technical Analysis from A to Z (2000). Warm-up: n bars.
 */
public final class Cmf extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("cmf", "Chaikin money flow")
            .bars("period", 20, 1)
            .value("−1 to 1")
            .formula("Σ ((close − low) − (high − close)) / (high − low) × volume / Σ volume")
            .seeding("None: a window of n bars. A bar without a range has no flow; without volume it is 0.")
            .source("Chaikin, as in Achelis, Technical Analysis from A to Z (2000)")
            .creates(p -> new Cmf(p.bars("period")));

    private final int period;
    private final RollingSum flows;
    private final RollingSum volumes;

    /** @param period n, 1 to 10,000 bars */
    public Cmf(int period) {
        super(KIND, period);
        this.period = period;
        flows = new RollingSum(period);
        volumes = new RollingSum(period);
    }

    @Override
    public void update(BarValues bar) {
        flows.add(MoneyFlow.volume(bar));
        volumes.add(bar.volume());
    }

    @Override
    public double value() {
        return volumes.sum() > 0 ? flows.sum() / volumes.sum() : 0;
    }

    @Override
    public boolean isReady() {
        return volumes.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(flows);
        memory.carry(volumes);
    }
}
