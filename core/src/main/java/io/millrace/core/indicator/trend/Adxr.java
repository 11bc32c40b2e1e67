package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Delay;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;

/**
 * Wilder's directional movement rating, in [0, 100]: the mean of the ADX now and n − 1 bars ago.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems (1978); n − 1 bars as in TA-Lib, others take n. Seeding
 * that of {@link Adx}. Warm-up: 3 n − 1 bars.
 */
public final class Adxr extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("adxr", "Directional movement rating")
            .bars("period", 14, 2)
            .value("0 to 100")
            .formula("(ADX + ADX n − 1 bars ago) / 2")
            .seeding("That of the ADX. n − 1 bars ago as in TA-Lib; others take n.")
            .source("Wilder, New Concepts in Technical Trading Systems (1978)")
            .creates(p -> new Adxr(p.bars("period")));

    private final int period;
    private final Adx adx;
    private final Delay delayed;
    private boolean ready;
    private double rating;

    /** @param period n, 2 to 10,000 bars */
    public Adxr(int period) {
        super(KIND, period);
        this.period = period;
        adx = new Adx(period);
        delayed = new Delay(period - 1);
    }

    @Override
    public void update(BarValues bar) {
        adx.update(bar);
        if (adx.isReady()) {
            ready = delayed.isFull();
            rating = (adx.value() + delayed.add(adx.value())) / 2;
        }
    }

    @Override
    public double value() {
        return rating;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public int warmUp() {
        return 3 * period - 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(adx);
        memory.carry(delayed);
        ready = memory.carry(ready);
        rating = memory.carry(rating);
    }
}
