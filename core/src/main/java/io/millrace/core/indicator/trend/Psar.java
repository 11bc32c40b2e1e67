package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Wilder's parabolic stop and reverse: {@code stop}, in units of the quote currency, and {@code trend}, 1 where it lies
 * below a rise and −1 above a fall. The stop of a bar follows from the bars before it; a bar that touches it turns the
 * trend, and its stop is then the extreme of the trend that ended.
 *
 * <p>stop ← stop + a × (extreme − stop), a growing by the step with every new extreme up to the maximum; never inside
 * the last two bars. Source: Wilder, New Concepts in Technical Trading Systems (1978). Seeding as in TA-Lib: a fall if
 * the second bar's low falls by more than its high rises, else a rise; the stop at the first bar's other end. Warm-up: 2
 * bars. How soon it forgets its start depends on the prices: at its first turn that another start shares.
 */
public final class Psar extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("psar", "Parabolic stop and reverse")
            .number("step", 0.02, 0, 1)
            .number("max", 0.2, 0, 1)
            .value("stop", "price")
            .value("trend", "1 up, −1 down")
            .formula("stop ← stop + a × (extreme − stop), a growing by the step with every new extreme up to the"
                    + " maximum, never inside the last two bars; touched, it turns to the extreme of the trend")
            .seeding("A fall if the second bar's low falls by more than its high rises, as in TA-Lib.")
            .source("Wilder, New Concepts in Technical Trading Systems (1978)")
            .creates(p -> new Psar(p.number("step"), p.number("max")));

    private final double step;
    private final double max;

    /** Number of bars seen, counted up to 2 only. */
    private int seen;

    private boolean rising;
    private double acceleration;
    private double extreme;
    private double next;
    private double previousHigh;
    private double previousLow;
    private double stop;

    /**
     * @param step that the acceleration begins with and grows by, above 0
     * @param max that the acceleration grows to, at least the step and at most 1
     */
    public Psar(double step, double max) {
        super(KIND, step, max);
        if (step > max) {
            throw new IllegalArgumentException("psar: step must be at most max, were " + step + " and " + max);
        }
        this.step = step;
        this.max = max;
    }

    @Override
    public void update(BarValues bar) {
        if (seen == 1) {
            begin(bar);
        }
        if (seen > 0) {
            if (rising) {
                rise(bar);
            } else {
                fall(bar);
            }
        }
        if (seen < 2) {
            seen++;
        }
        previousHigh = bar.high();
        previousLow = bar.low();
    }

    private void begin(BarValues bar) {
        double down = previousLow - bar.low();
        rising = !(down > 0 && down > bar.high() - previousHigh);
        acceleration = step;
        extreme = rising ? bar.high() : bar.low();
        next = rising ? previousLow : previousHigh;
        // The first stop may lie inside the first bar alone.
        previousHigh = bar.high();
        previousLow = bar.low();
    }

    private void rise(BarValues bar) {
        if (bar.low() <= next) {
            rising = false;
            stop = Math.max(extreme, Math.max(previousHigh, bar.high()));
            acceleration = step;
            extreme = bar.low();
            next = Math.max(stop + acceleration * (extreme - stop), Math.max(previousHigh, bar.high()));
            return;
        }
        stop = next;
        if (bar.high() > extreme) {
            extreme = bar.high();
            acceleration = Math.min(acceleration + step, max);
        }
        next = Math.min(stop + acceleration * (extreme - stop), Math.min(previousLow, bar.low()));
    }

    private void fall(BarValues bar) {
        if (bar.high() >= next) {
            rising = true;
            stop = Math.min(extreme, Math.min(previousLow, bar.low()));
            acceleration = step;
            extreme = bar.high();
            next = Math.min(stop + acceleration * (extreme - stop), Math.min(previousLow, bar.low()));
            return;
        }
        stop = next;
        if (bar.low() < extreme) {
            extreme = bar.low();
            acceleration = Math.min(acceleration + step, max);
        }
        next = Math.max(stop + acceleration * (extreme - stop), Math.max(previousHigh, bar.high()));
    }

    public double stop() {
        return stop;
    }

    public boolean isRising() {
        return rising;
    }

    @Override
    public double value(int index) {
        return index == 0 ? stop : rising ? 1 : -1;
    }

    @Override
    public boolean isReady() {
        return seen == 2;
    }

    @Override
    public int warmUp() {
        return 2;
    }

    @Override
    protected void memory(Memory memory) {
        seen = memory.carry(seen);
        rising = memory.carry(rising);
        acceleration = memory.carry(acceleration);
        extreme = memory.carry(extreme);
        next = memory.carry(next);
        previousHigh = memory.carry(previousHigh);
        previousLow = memory.carry(previousLow);
        stop = memory.carry(stop);
    }
}
