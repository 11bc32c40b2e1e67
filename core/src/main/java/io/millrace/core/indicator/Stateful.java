package io.millrace.core.indicator;

/**
 * Something whose whole memory is a fixed number of {@code double}s, so that it can be stored anywhere and continue
 * elsewhere to the last bit.
 */
public interface Stateful {
    /** What it is, for messages and as the key of its state: {@code rsi(14)}. */
    String name();

    /** How many numbers its memory takes. */
    int stateSize();

    /** Writes exactly {@link #stateSize()} numbers. */
    void save(StateWriter out);

    /** Reads what {@link #save} wrote. */
    void load(StateReader in);

    /** A copy of its memory. */
    default double[] snapshot() {
        var out = new StateWriter(stateSize());
        save(out);
        return out.toArray();
    }

    /**
     * Continues from a {@link #snapshot()} of one with the same name, bit for bit.
     *
     * @throws IllegalArgumentException if it is not as long as a snapshot of this; nothing has changed then
     */
    default void restore(double[] state) {
        if (state.length != stateSize()) {
            throw new IllegalArgumentException(
                    "the state of " + name() + " is " + stateSize() + " numbers, was given " + state.length);
        }
        load(new StateReader(state));
    }
}
