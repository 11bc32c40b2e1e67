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
 *
 * <p>Sums of powers are taken of the samples' distances from a {@link #reference} that lies in the window itself: what
 * cancels is then no larger than the window's own range, however far from zero the samples are.
 */
abstract class Window implements Stateful {
    private static final int MAX_SIZE = IndicatorKind.MAX_PERIOD;

    final int size;
    final double[] ring;

    /** Length of the head, 0 to size − 1: a full ring turns at once, and is all tail then. */
    int head;

    /** The last sample of the tail, or the first of all while there is no tail. */
    double reference;

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

    /** Joins a sample, the one in front of {@link #head}, to the head. */
    abstract void joinHead(double sample);

    /**
     * Computes the aggregate of the tail for each of its lengths, down to the ring's position {@code from}. Before the
     * first call each is that of no samples.
     */
    abstract void computeTails(int from);

    public final void add(double sample) {
        if (head == 0 && !turned) {
            reference = sample;
        }
        ring[head++] = sample;
        joinHead(sample);
        if (head == size) {
            turn();
        }
    }

    private void turn() {
        turned = true;
        head = 0;
        reference = ring[size - 1];
        computeTails(0);
        clearHead();
    }

    /** Number of samples that fill the window. */
    public final int size() {
        return size;
    }

    /** Whether the window is full. */
    public final boolean isReady() {
        return turned;
    }

    /** Number of samples in the window. */
    final int count() {
        return turned ? size : head;
    }

    @Override
    public final int stateSize() {
        return size + 2;
    }

    /** A ring that has just turned is written as all head: so it was stored when rings turned with the next sample. */
    @Override
    public final void save(StateWriter out) {
        out.put(turned && head == 0 ? size : head);
        out.put(turned ? 1 : 0);
        out.put(ring);
    }

    @Override
    public final void load(StateReader in) {
        int length = (int) in.take();
        if (length < 0 || length > size) {
            throw new IllegalArgumentException("the state of " + name() + " has a head of " + length + " samples");
        }
        turned = in.take() != 0 || length == size;
        in.take(ring);
        int end = length == size ? 0 : length;
        reference = ring[turned ? size - 1 : 0];
        computeTails(turned ? end : size);
        clearHead();
        for (head = 0; head < end; ) {
            head++;
            joinHead(ring[head - 1]);
        }
    }
}
