package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.average.Ema;

/**
 * Moving average convergence/divergence of the close, in units of the quote currency: {@code line} = EMA(fast) −
 * EMA(slow), {@code signal} = EMA of the line, {@code histogram} = line − signal.
 *
 * <p>Source: Appel, Technical Analysis: Power Tools for Active Investors (2005). Seeding as in TA-Lib: the fast average
 * is seeded on the window that ends where the slow one's does, the signal on its first values of the line. Warm-up:
 * slow + signal − 1 bars, for all three values.
 */
public final class Macd extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("macd", "Moving average convergence/divergence")
            .bars("fast", 12, 2)
            .bars("slow", 26, 2)
            .bars("signal", 9, 1)
            .value("line", "price")
            .value("signal", "price")
            .value("histogram", "price")
            .formula("line = EMA(fast) − EMA(slow); signal = EMA of the line; histogram = line − signal")
            .seeding("The fast average on the window that ends where the slow one's does, as in TA-Lib.")
            .source("Appel, Technical Analysis: Power Tools for Active Investors (2005)")
            .creates(p -> new Macd(p.bars("fast"), p.bars("slow"), p.bars("signal")));

    private final int slow;
    private final int signal;
    private final Ema fastAverage;
    private final Ema slowAverage;
    private final Ema signalAverage;

    /** Closes still to be left out by the fast average. */
    private int toSkip;

    /**
     * @param fast bars of the fast average, 2 or more
     * @param slow bars of the slow average, more than fast
     * @param signal bars of the signal's average, 1 or more
     */
    public Macd(int fast, int slow, int signal) {
        super(KIND, fast, slow, signal);
        if (fast >= slow) {
            throw new IllegalArgumentException(
                    "macd: the fast period must be below the slow one, were " + fast + " and " + slow);
        }
        this.slow = slow;
        this.signal = signal;
        fastAverage = new Ema(fast);
        slowAverage = new Ema(slow);
        signalAverage = new Ema(signal);
        toSkip = slow - fast;
    }

    public void add(double sample) {
        slowAverage.add(sample);
        if (toSkip > 0) {
            toSkip--;
            return;
        }
        fastAverage.add(sample);
        if (slowAverage.isReady()) {
            signalAverage.add(line());
        }
    }

    /** EMA(fast) − EMA(slow). */
    public double line() {
        return fastAverage.value() - slowAverage.value();
    }

    /** The EMA of the line. */
    public double signal() {
        return signalAverage.value();
    }

    /** Line − signal. */
    public double histogram() {
        return line() - signal();
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> line();
            case 1 -> signal();
            default -> histogram();
        };
    }

    @Override
    public boolean isReady() {
        return signalAverage.isReady();
    }

    @Override
    public int warmUp() {
        return slow + signal - 1;
    }

    @Override
    protected void memory(Memory memory) {
        toSkip = memory.carry(toSkip);
        memory.carry(fastAverage);
        memory.carry(slowAverage);
        memory.carry(signalAverage);
    }
}
