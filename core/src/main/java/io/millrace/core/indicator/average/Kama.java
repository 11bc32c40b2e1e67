package io.millrace.core.indicator.average;

import io.millrace.core.indicator.Delay;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;

/**
 * Kaufman's adaptive moving average: k ← k + (x − k) × s², s = E × (2 / (fast + 1) − 2 / (slow + 1)) + 2 / (slow + 1),
 * where the efficiency E is |x − x n samples before| / Σ |x − x one before| over the n steps, in [0, 1].
 *
 * <p>Source: Kaufman, Smarter Trading (1995). Seeding: k is the n-th sample, the first value follows with the next, as in
 * TA-Lib. Where the price has not moved E is 1, as in TA-Lib: k goes to the price it stands at; TA-Lib takes a path
 * below 1e-8 for none, here only zero is. TA-Lib's fast and slow are 2 and 30. Warm-up: n + 1 bars.
 */
public final class Kama extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("kama", "Kaufman's adaptive moving average")
            .bars("period", 10, 1)
            .bars("fast", 2, 1)
            .bars("slow", 30, 1)
            .value("price")
            .formula("k ← k + (close − k) × s²; s = E × (2 / (fast + 1) − 2 / (slow + 1)) + 2 / (slow + 1);"
                    + " E = |close − close n before| / Σ |close − close before| of the n steps")
            .seeding("The n-th close. E is 1 where the price has not moved, as in TA-Lib, which takes a path below"
                    + " 1e-8 for none.")
            .source("Kaufman, Smarter Trading (1995)")
            .creates(p -> new Kama(p.bars("period"), p.bars("fast"), p.bars("slow")));

    private final int period;
    private final double fastWeight;
    private final double slowWeight;
    private final Delay delay;
    private final RollingSum path;
    private boolean started;
    private double previous;
    private double average;

    /**
     * @param period n, 1 to 10,000 bars
     * @param fast bars of the EMA that it is where the price goes straight
     * @param slow bars of the EMA that it is where the price goes nowhere, more than fast
     */
    public Kama(int period, int fast, int slow) {
        super(KIND, period, fast, slow);
        if (fast >= slow) {
            throw new IllegalArgumentException(
                    "kama: the fast period must be below the slow one, were " + fast + " and " + slow);
        }
        this.period = period;
        fastWeight = 2.0 / (fast + 1);
        slowWeight = 2.0 / (slow + 1);
        delay = new Delay(period);
        path = new RollingSum(period);
    }

    @Override
    public void add(double sample) {
        double before = delay.add(sample);
        if (started) {
            path.add(Math.abs(sample - previous));
        }
        started = true;
        if (path.isReady()) {
            double smoothing = efficiency(Math.abs(sample - before)) * (fastWeight - slowWeight) + slowWeight;
            average += (sample - average) * smoothing * smoothing;
        } else {
            average = sample;
        }
        previous = sample;
    }

    private double efficiency(double distance) {
        double walked = path.sum();
        return distance >= walked ? 1 : distance / walked;
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
        return period + 1;
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
