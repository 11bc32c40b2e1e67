package io.millrace.core.indicator;

/**
 * The last {@code size} samples, held so that sums over them need no subtraction.
 *
 * <p>The samples lie in a ring that is filled from its front again and again. At each turn the window falls into two
 * parts: the head, filled in this turn, and the tail, left of the turn before. An aggregate (a sum, a maximum) of the
 * window is that of the head, carried along sample by sample, joined with that of the tail, computed once for every
 * length of the tail when the ring turns: O(1) amortised. What has left the window never was part of what is added up,
 * so no rounding error outlives it, whatever its size; and the aggregates follow from the ring alone, so a snapshot
 * needs nothing else.
 */
abstract class Window implements Stateful {
    private static final int MAX_SIZE = IndicatorKind.MAX_PERIOD;

    final int size;
    final double[] ring;

    /** Length of the head, 1 to size after the first sample: the ring turns when the next sample comes. */
    int head;

    private boolean turned;

    Window(int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("a window must be 1 to " + MAX_SIZE + " samples, was " + size);
        }
        this.size = size;
        ring = new double[size];
    }

    /** Forgets the head: a new one begins. */
    abstract void clearHead();

    /** Joins a sample to the head, which counts {@link #head} samples with it. */
    abstract void joinHead(double sample);

    /** Computes the aggregate of the tail for each of its lengths, down to the ring's position {@code from}. */
    abstract void computeTails(int from);

    public final void add(double sample) {
        if (head == size) {
            computeTails(0);
            clearHead();
            head = 0;
            turned = true;
        }
        ring[head++] = sample;
        joinHead(sample);
    }

    /** Number of samples that fill the window. */
    public final int size() {
        return size;
    }

    /** Whether the window is full. */
    public final boolean isReady() {
        return turned || head == size;
    }

    /** Whether the window has samples of the turn before; if not, the tail's aggregates mean nothing. */
    final boolean hasTail() {
        return turned && head < size;
    }

    @Override
    public final int stateSize() {
        return size + 2;
    }

    @Override
    public final void save(StateWriter out) {
        out.put(head);
        out.put(turned ? 1 : 0);
        out.put(ring);
    }

    @Override
    public final void load(StateReader in) {
        int length = (int) in.take();
        if (length < 0 || length > size) {
            throw new IllegalArgumentException("the state of " + name() + " has a head of " + length + " samples");
        }
        turned = in.take() != 0;
        in.take(ring);
        clearHead();
        for (head = 1; head <= length; head++) {
            joinHead(ring[head - 1]);
        }
        head = length;
        if (turned) {
            computeTails(length);
        }
    }
}
