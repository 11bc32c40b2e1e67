package io.millrace.core.indicator;

/** Gives back each sample n samples later. */
public final class Delay extends Remembering {
    private final double[] ring;
    private int position;
    private int seen;

    /** @param samples n, 1 to 10,000 */
    public Delay(int samples) {
        if (samples < 1 || samples > IndicatorKind.MAX_PERIOD) {
            throw new IllegalArgumentException(
                    "a delay must be 1 to " + IndicatorKind.MAX_PERIOD + " samples, was " + samples);
        }
        ring = new double[samples];
    }

    /** Whether {@link #add} will give back a sample that there was. */
    public boolean isFull() {
        return seen == ring.length;
    }

    /** Takes a sample and gives back the one n samples before it, 0 if there was none. */
    public double add(double sample) {
        double before = ring[position];
        ring[position] = sample;
        if (++position == ring.length) {
            position = 0;
        }
        if (seen < ring.length) {
            seen++;
        }
        return before;
    }

    @Override
    public String name() {
        return "delay(" + ring.length + ")";
    }

    @Override
    protected void memory(Memory memory) {
        position = memory.carry(position);
        seen = memory.carry(seen);
        memory.carry(ring);
    }

    @Override
    protected void loaded() {
        if (position < 0 || position >= ring.length) {
            throw new IllegalArgumentException("the state of " + name() + " is at sample " + position);
        }
    }
}
