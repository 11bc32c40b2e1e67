package io.millrace.core.indicator;

/**
 * Exponential moving average of the close: e ← e + (x − e) × 2 / (n + 1), in units of the quote currency.
 *
 * <p>Seeding: the mean of the first n closes. Warm-up: n bars.
 */
public final class Ema implements SingleValue {
    private final int period;
    private final double weight;
    private final String name;

    /** Number of samples seen, counted up to the period only. */
    private int seen;

    /** While it warms up the sum of the samples, then the average. */
    private double average;

    /** @param period n, 1 to 10,000 bars */
    public Ema(int period) {
        Parameter.requirePeriod("ema", period, 1);
        this.period = period;
        weight = 2.0 / (period + 1);
        name = Names.of("ema", period);
    }

    public void add(double sample) {
        if (seen == period) {
            average = (sample - average) * weight + average;
            return;
        }
        average += sample;
        if (++seen == period) {
            average /= period;
        }
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
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
        return period;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int stateSize() {
        return 2;
    }

    @Override
    public void save(StateWriter out) {
        out.put(seen);
        out.put(average);
    }

    @Override
    public void load(StateReader in) {
        seen = (int) in.take();
        average = in.take();
    }
}
