package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;

/**
 * Chaikin oscillator, in units of the instrument: EMA(fast) − EMA(slow) of the accumulation/distribution line.
 *
 * <p>The line has no end and cancels in the difference; so it is not summed at all: of each average its distance to the
 * line is kept, d ← (1 − 2 / (n + 1)) × (d + flow), and no digit is lost however far the line has run. Source: Chaikin,
 * as in Achelis, Technical Analysis from A to Z (2000). Seeding: both averages with the line's first value, as in
 * TA-Lib. Warm-up: slow bars.
 */
public final class ChaikinOscillator extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("chaikin", "Chaikin oscillator")
            .bars("fast", 3, 1)
            .bars("slow", 10, 2)
            .value("units of the instrument")
            .formula("EMA(fast) − EMA(slow) of the accumulation/distribution line")
            .seeding("Both averages with the line's first value, as in TA-Lib.")
            .source("Chaikin, as in Achelis, Technical Analysis from A to Z (2000)")
            .creates(p -> new ChaikinOscillator(p.bars("fast"), p.bars("slow")));

    private final int slow;
    private final double fastKept;
    private final double slowKept;

    /** Number of bars seen, counted up to slow only. */
    private int seen;

    private double fastDistance;
    private double slowDistance;

    /**
     * @param fast bars of the fast average, below slow
     * @param slow bars of the slow average
     */
    public ChaikinOscillator(int fast, int slow) {
        super(KIND, fast, slow);
        if (fast >= slow) {
            throw new IllegalArgumentException(
                    "chaikin: the fast period must be below the slow one, were " + fast + " and " + slow);
        }
        this.slow = slow;
        fastKept = 1 - 2.0 / (fast + 1);
        slowKept = 1 - 2.0 / (slow + 1);
    }

    @Override
    public void update(BarValues bar) {
        if (seen > 0) {
            double flow = MoneyFlow.volume(bar);
            fastDistance = fastKept * (fastDistance + flow);
            slowDistance = slowKept * (slowDistance + flow);
        }
        if (seen < slow) {
            seen++;
        }
    }

    @Override
    public double value() {
        return slowDistance - fastDistance;
    }

    @Override
    public boolean isReady() {
        return seen == slow;
    }

    @Override
    public int warmUp() {
        return slow;
    }

    @Override
    protected void memory(Memory memory) {
        seen = memory.carry(seen);
        fastDistance = memory.carry(fastDistance);
        slowDistance = memory.carry(slowDistance);
    }
}
