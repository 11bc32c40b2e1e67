package io.millrace.core.indicator;

/**
 * On-balance volume, in units of the instrument: the running sum of the volume, added when the close rises, subtracted
 * when it falls.
 *
 * <p>Source: Granville, New Key to Stock Market Profits (1963). Seeding as in TA-Lib: the first bar's volume. Warm-up:
 * 1 bar. The sum never ends, so it is carried with its rounding error (Neumaier, 1974): it is exact to about 1e-16
 * relative after any number of bars.
 */
public final class Obv implements SingleValue {
    private boolean started;
    private double previousClose;
    private double sum;
    private double lost;

    @Override
    public void update(BarValues bar) {
        double change = started ? bar.close() - previousClose : 1;
        if (change > 0) {
            add(bar.volume());
        } else if (change < 0) {
            add(-bar.volume());
        }
        started = true;
        previousClose = bar.close();
    }

    private void add(double volume) {
        double next = sum + volume;
        lost += Math.abs(sum) >= Math.abs(volume) ? sum - next + volume : volume - next + sum;
        sum = next;
    }

    @Override
    public double value() {
        return sum + lost;
    }

    @Override
    public boolean isReady() {
        return started;
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    public String name() {
        return "obv";
    }

    @Override
    public int stateSize() {
        return 4;
    }

    @Override
    public void save(StateWriter out) {
        out.put(started ? 1 : 0);
        out.put(previousClose);
        out.put(sum);
        out.put(lost);
    }

    @Override
    public void load(StateReader in) {
        started = in.take() != 0;
        previousClose = in.take();
        sum = in.take();
        lost = in.take();
    }
}
