package io.millrace.core.indicator;

/** Gives the numbers of a snapshot in the order in which they were written. */
public final class StateReader {
    private final double[] state;
    private int position;

    StateReader(double[] state) {
        this.state = state;
    }

    public double take() {
        return state[position++];
    }

    public void take(double[] into) {
        System.arraycopy(state, position, into, 0, into.length);
        position += into.length;
    }
}
