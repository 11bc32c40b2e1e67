package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;

/**
 * Wilder's average directional index, in [0, 100]: his average of DX = 100 × |+DI − −DI| / (+DI + −DI).
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems (1978). Seeding as in TA-Lib: the sums of the movements
 * begin with n − 1 of them, the average with the mean of the first n values of DX. A bar after which nothing moves
 * leaves the average as it is, and counts as a DX of 0 in the seed. Warm-up: 2 n bars.
 */
public final class Adx extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("adx", "Average directional index")
            .bars("period", 14, 2)
            .value("0 to 100")
            .formula("Wilder's average of 100 × |+DI − −DI| / (+DI + −DI)")
            .seeding("The sums of the movements begin with n − 1 of them, the average with the mean of the first n"
                    + " values of DX, as in TA-Lib. A bar after which nothing moves leaves it as it is.")
            .source("Wilder, New Concepts in Technical Trading Systems (1978)")
            .creates(p -> new Adx(p.bars("period")));

    private final int period;
    private final double weight;
    private final DirectionalMovement movement;

    /** Number of values of DX seen, counted up to the period only. */
    private int seen;

    /** While it warms up the sum of the values of DX, then the average. */
    private double average;

    /** @param period n, 2 to 10,000 bars */
    public Adx(int period) {
        super(KIND, period);
        this.period = period;
        weight = 1.0 / period;
        movement = new DirectionalMovement(period);
    }

    @Override
    public void update(BarValues bar) {
        movement.add(bar);
        if (!movement.isReady()) {
            return;
        }
        if (seen == period) {
            if (movement.isMoving()) {
                average += (movement.index() - average) * weight;
            }
            return;
        }
        average += movement.isMoving() ? movement.index() : 0;
        if (++seen == period) {
            average /= period;
        }
    }

    @Override
    public double value() {
        return average;
    }

    @Override
    public boolean isReady() {
        return seen == period;
    }

    @Override
    public int warmUp() {
        return 2 * period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(movement);
        seen = memory.carry(seen);
        average = memory.carry(average);
    }
}
