package io.millrace.core.feature;

import io.millrace.core.indicator.StateReader;
import io.millrace.core.indicator.StateWriter;
import io.millrace.core.indicator.Stateful;

/** ln(close / close k bars before): of a ring of the last k closes. */
final class LogReturn implements Stateful {
    private final double[] closes;
    private final String name;
    private int position;
    private boolean full;
    private double value;

    LogReturn(int bars) {
        closes = new double[bars];
        name = "logReturn(" + bars + ")";
    }

    void add(double close) {
        value = full ? StrictMath.log(close / closes[position]) : Double.NaN;
        closes[position] = close;
        position = (position + 1) % closes.length;
        full |= position == 0;
    }

    boolean isReady() {
        return !Double.isNaN(value) && full;
    }

    double value() {
        return value;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int stateSize() {
        return closes.length + 3;
    }

    @Override
    public void save(StateWriter out) {
        out.put(position);
        out.put(full ? 1 : 0);
        out.put(value);
        for (double close : closes) {
            out.put(close);
        }
    }

    @Override
    public void load(StateReader in) {
        position = (int) in.take();
        full = in.take() != 0;
        value = in.take();
        for (int i = 0; i < closes.length; i++) {
            closes[i] = in.take();
        }
    }
}
