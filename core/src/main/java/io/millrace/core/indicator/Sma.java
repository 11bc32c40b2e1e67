package io.millrace.core.indicator;

/**
 * Simple moving average of the close: Σ of the last n closes / n, in units of the quote currency.
 *
 * <p>Warm-up: n bars.
 */
public final class Sma implements SingleValue {
    private final int period;
    private final String name;
    private final RollingSum sum;

    /** @param period n, 1 to 10,000 bars */
    public Sma(int period) {
        Parameter.requirePeriod("sma", period, 1);
        this.period = period;
        sum = new RollingSum(period);
        name = Names.of("sma", period);
    }

    public void add(double sample) {
        sum.add(sample);
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        return sum.sum() / period;
    }

    @Override
    public boolean isReady() {
        return sum.isReady();
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
        return sum.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        sum.save(out);
    }

    @Override
    public void load(StateReader in) {
        sum.load(in);
    }
}
