package io.millrace.core.indicator;

/**
 * Wilder's relative strength index of the close, in [0, 100]: 100 × G / (G + L), where G and L are Wilder's averages of
 * the rises and of the falls from close to close.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems (1978). Seeding: the mean of the first n rises and falls.
 * Warm-up: n + 1 bars. While the close has never moved (G + L = 0) it is 0, as TA-Lib has it; TA-Lib takes G + L below
 * 1e-8 for zero, here only zero is.
 */
public final class Rsi implements SingleValue {
    private final int period;
    private final String name;
    private final WilderAverage rises;
    private final WilderAverage falls;
    private boolean started;
    private double previous;

    /** @param period n, 2 to 10,000 bars */
    public Rsi(int period) {
        Parameter.requirePeriod("rsi", period, 2);
        this.period = period;
        rises = new WilderAverage(period);
        falls = new WilderAverage(period);
        name = Names.of("rsi", period);
    }

    public void add(double sample) {
        if (started) {
            double change = sample - previous;
            rises.add(change > 0 ? change : 0);
            falls.add(change < 0 ? -change : 0);
        }
        started = true;
        previous = sample;
    }

    /** G + L: while it is 0, the index says nothing. */
    public double movement() {
        return rises.value() + falls.value();
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        double movement = movement();
        return movement > 0 ? 100 * (rises.value() / movement) : 0;
    }

    @Override
    public boolean isReady() {
        return rises.isReady();
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int stateSize() {
        return 2 + rises.stateSize() + falls.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        out.put(started ? 1 : 0);
        out.put(previous);
        rises.save(out);
        falls.save(out);
    }

    @Override
    public void load(StateReader in) {
        started = in.take() != 0;
        previous = in.take();
        rises.load(in);
        falls.load(in);
    }
}
