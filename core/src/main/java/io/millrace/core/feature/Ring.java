package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;

/** The last n samples, to be gone through again and again: nothing is carried along, so nothing drifts. */
final class Ring extends Remembering {
    private final double[] samples;
    private int next;
    private boolean full;

    Ring(int size) {
        samples = new double[size];
    }

    void add(double sample) {
        samples[next] = sample;
        next = (next + 1) % samples.length;
        full |= next == 0;
    }

    /** How many there are, up to the size. */
    int count() {
        return full ? samples.length : next;
    }

    /** @param ago 0 for the latest, up to {@link #count()} − 1 */
    double get(int ago) {
        int index = next - 1 - ago;
        return samples[index < 0 ? index + samples.length : index];
    }

    @Override
    public String name() {
        return "ring(" + samples.length + ")";
    }

    @Override
    protected void memory(Memory memory) {
        next = memory.carry(next);
        full = memory.carry(full);
        memory.carry(samples);
    }
}
