package io.millrace.core.indicator;

import java.util.List;
import java.util.function.ObjDoubleConsumer;

/**
 * Moving average convergence/divergence of the close, in units of the quote currency: {@code line} = EMA(fast) −
 * EMA(slow), {@code signal} = EMA of the line, {@code histogram} = line − signal.
 *
 * <p>Source: Appel, Technical Analysis: Power Tools for Active Investors (2005). Seeding as in TA-Lib: the fast average
 * is seeded on the window that ends where the slow one's does, the signal on its first values of the line. Warm-up:
 * slow + signal − 1 bars, for all three values.
 */
public final class Macd implements Indicator {
    private final int slow;
    private final int signal;
    private final String name;
    private final List<String> valueNames;
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
        Parameter.requirePeriod("macd", fast, 2);
        Parameter.requirePeriod("macd", slow, 2);
        Parameter.requirePeriod("macd", signal, 1);
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
        name = Names.of("macd", fast, slow, signal);
        valueNames = List.of(name + ".line", name + ".signal", name + ".histogram");
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
    public void values(ObjDoubleConsumer<String> out) {
        if (isReady()) {
            out.accept(valueNames.get(0), line());
            out.accept(valueNames.get(1), signal());
            out.accept(valueNames.get(2), histogram());
        }
    }

    @Override
    public List<String> valueNames() {
        return valueNames;
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
    public String name() {
        return name;
    }

    @Override
    public int stateSize() {
        return 1 + fastAverage.stateSize() + slowAverage.stateSize() + signalAverage.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        out.put(toSkip);
        fastAverage.save(out);
        slowAverage.save(out);
        signalAverage.save(out);
    }

    @Override
    public void load(StateReader in) {
        toSkip = (int) in.take();
        fastAverage.load(in);
        slowAverage.load(in);
        signalAverage.load(in);
    }
}
