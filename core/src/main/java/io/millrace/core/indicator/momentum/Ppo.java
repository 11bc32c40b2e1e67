package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.average.Ema;

/**
 * Percentage price oscillator of the close, in percent: {@code line} = 100 × (EMA(fast) − EMA(slow)) / EMA(slow), {@code
 * signal} = EMA of the line, {@code histogram} = line − signal.
 *
 * <p>Source: TA-Lib PPO (the line) with EMAs for averages; its default are SMAs. Seeding: each average with the mean of
 * its own first samples; MACD seeds the fast one later. Warm-up: slow + signal − 1 bars, for all three values.
 */
public final class Ppo extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("ppo", "Percentage price oscillator")
            .bars("fast", 12, 1)
            .bars("slow", 26, 2)
            .bars("signal", 9, 1)
            .value("line", "percent")
            .value("signal", "percent")
            .value("histogram", "percent")
            .formula("line = 100 × (EMA(fast) − EMA(slow)) / EMA(slow); signal = EMA of the line; histogram = line −"
                    + " signal")
            .seeding("Each average with the mean of its own first closes; MACD seeds the fast one later. TA-Lib's PPO"
                    + " has SMAs unless EMAs are asked for.")
            .source("TA-Lib PPO")
            .creates(p -> new Ppo(p.bars("fast"), p.bars("slow"), p.bars("signal")));

    private final int slow;
    private final int signal;
    private final Ema fastAverage;
    private final Ema slowAverage;
    private final Ema signalAverage;

    /**
     * @param fast bars of the fast average
     * @param slow bars of the slow average, more than fast
     * @param signal bars of the signal's average
     */
    public Ppo(int fast, int slow, int signal) {
        super(KIND, fast, slow, signal);
        if (fast >= slow) {
            throw new IllegalArgumentException(
                    "ppo: the fast period must be below the slow one, were " + fast + " and " + slow);
        }
        this.slow = slow;
        this.signal = signal;
        fastAverage = new Ema(fast);
        slowAverage = new Ema(slow);
        signalAverage = new Ema(signal);
    }

    public void add(double sample) {
        fastAverage.add(sample);
        slowAverage.add(sample);
        if (slowAverage.isReady()) {
            signalAverage.add(line());
        }
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    /** 100 × (EMA(fast) − EMA(slow)) / EMA(slow). */
    public double line() {
        double average = slowAverage.value();
        return average == 0 ? 0 : (fastAverage.value() - average) / average * 100;
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
        memory.carry(fastAverage);
        memory.carry(slowAverage);
        memory.carry(signalAverage);
    }
}
