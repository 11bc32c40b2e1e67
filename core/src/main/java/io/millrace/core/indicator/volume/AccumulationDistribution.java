package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;

/**
 * Chaikin's accumulation/distribution line, in units of the instrument: the running sum of ((close − low) − (high −
 * close)) / (high − low) × volume. A bar without a range leaves it as it is.
 *
 * <p>Source: Chaikin, as in Achelis, Technical Analysis from A to Z (2000). Seeding: the first bar's flow, as in TA-Lib.
 * Warm-up: 1 bar. The sum never ends: its level depends on where it began.
 */
public final class AccumulationDistribution extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("ad", "Accumulation/distribution line")
            .value("units of the instrument")
            .formula("running sum of ((close − low) − (high − close)) / (high − low) × volume")
            .seeding("The first bar's flow, as in TA-Lib. A bar without a range leaves it as it is.")
            .source("Chaikin, as in Achelis, Technical Analysis from A to Z (2000)")
            .creates(p -> new AccumulationDistribution());

    private final EndlessSum sum = new EndlessSum();
    private boolean started;

    public AccumulationDistribution() {
        super(KIND);
    }

    @Override
    public void update(BarValues bar) {
        sum.add(MoneyFlow.volume(bar));
        started = true;
    }

    @Override
    public double value() {
        return sum.value();
    }

    @Override
    public boolean isReady() {
        return started;
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(sum);
        started = memory.carry(started);
    }
}
