package io.millrace.core.indicator;

/** Takes the numbers of a snapshot one after the other. */
public final class StateWriter {
    private final double[] state;
    private int position;

    StateWriter(int size) {
        state = new double[size];
    }

    public void put(double value) {
        state[position++] = value;
    }

    public void put(double[] values) {
        System.arraycopy(values, 0, state, position, values.length);
        position += values.length;
    }

    double[] toArray() {
        if (position != state.length) {
            throw new IllegalStateException("wrote " + position + " of " + state.length + " numbers of a state");
        }
        return state;
    }
}
