package io.millrace.core.indicator;

/**
 * Wilder's average true range, in units of the quote currency: his average of max(high − low, |high − previous close|,
 * |low − previous close|).
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems (1978). Seeding: the mean of the first n true ranges, of
 * which the first bar has none. Warm-up: n + 1 bars.
 */
public final class Atr implements SingleValue {
    private final int period;
    private final String name;
    private final WilderAverage average;
    private boolean started;
    private double previousClose;

    /** @param period n, 1 to 10,000 bars */
    public Atr(int period) {
        Parameter.requirePeriod("atr", period, 1);
        this.period = period;
        average = new WilderAverage(period);
        name = Names.of("atr", period);
    }

    @Override
    public void update(BarValues bar) {
        if (started) {
            average.add(trueRange(bar));
        }
        started = true;
        previousClose = bar.close();
    }

    private double trueRange(BarValues bar) {
        double range = bar.high() - bar.low();
        double up = Math.abs(bar.high() - previousClose);
        double down = Math.abs(bar.low() - previousClose);
        return Math.max(range, Math.max(up, down));
    }

    @Override
    public double value() {
        return average.value();
    }

    @Override
    public boolean isReady() {
        return average.isReady();
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
        return 2 + average.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        out.put(started ? 1 : 0);
        out.put(previousClose);
        average.save(out);
    }

    @Override
    public void load(StateReader in) {
        started = in.take() != 0;
        previousClose = in.take();
        average.load(in);
    }
}
