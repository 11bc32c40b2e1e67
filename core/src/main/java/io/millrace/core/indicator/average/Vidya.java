package io.millrace.core.indicator.average;

import io.millrace.core.indicator.Delay;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;

/**
 * Variable index dynamic average: v ← v + (x − v) × |C| × 2 / (n + 1), where C is Chande's momentum, (Σ rises − Σ falls)
 * / (Σ rises + Σ falls) over the last m steps, in [−1, 1]; 0 where the price has not moved.
 *
 * <p>Source: Chande, Kroll, The New Technical Trader (1994), with the momentum oscillator for index, as he came to use
 * it; his first version (1992) had a ratio of deviations. Plain sums of rises and falls, not Wilder's averages as TA-Lib's CMO
 * has. Seeding: the m-th sample, the first value follows with the next. Warm-up: m + 1 bars.
 */
public final class Vidya extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("vidya", "Variable index dynamic average")
            .bars("period", 14, 1)
            .bars("momentum", 9, 1)
            .value("price")
            .formula(
                    "v ← v + (close − v) × |C| × 2 / (n + 1); C = (Σ rises − Σ falls) / (Σ rises + Σ falls) of the last"
                            + " m steps")
            .seeding("The m-th close. C is 0 where the price has not moved.")
            .source("Chande, Kroll, The New Technical Trader (1994)")
            .creates(p -> new Vidya(p.bars("period"), p.bars("momentum")));

    private final int momentum;
    private final double weight;
    private final Delay delay;
    private final RollingSum path;
    private boolean started;
    private double previous;
    private double average;

    /**
     * @param period n, of the average, 1 to 10,000 bars
     * @param momentum m, of the momentum, 1 to 10,000 bars
     */
    public Vidya(int period, int momentum) {
        super(KIND, period, momentum);
        this.momentum = momentum;
        weight = 2.0 / (period + 1);
        delay = new Delay(momentum);
        path = new RollingSum(momentum);
    }

    @Override
    public void add(double sample) {
        double before = delay.add(sample);
        if (started) {
            path.add(Math.abs(sample - previous));
        }
        started = true;
        previous = sample;
        if (!path.isReady()) {
            average = sample;
            return;
        }
        double walked = path.sum();
        if (walked > 0) {
            // rises less falls are the way from the first of the samples to the last
            average += (sample - average) * weight * Math.min(1, Math.abs(sample - before) / walked);
        }
    }

    @Override
    public double value() {
        return average;
    }

    @Override
    public boolean isReady() {
        return path.isReady();
    }

    @Override
    public int warmUp() {
        return momentum + 1;
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        previous = memory.carry(previous);
        average = memory.carry(average);
        memory.carry(delay);
        memory.carry(path);
    }
}
