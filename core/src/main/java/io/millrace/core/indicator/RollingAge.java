package io.millrace.core.indicator;

/**
 * How many samples ago the highest of the last n was; of equal ones the latest, or the earliest.
 *
 * <p>It holds the samples that can still become the highest, each lower than the one before: O(1) amortised.
 */
public final class RollingAge extends Remembering {
    private final int size;
    private final boolean latest;

    /** A queue in a ring: the candidates, highest and oldest first, and their numbers. */
    private final double[] candidates;

    private final double[] numbers;
    private int first;
    private int count;

    /** Number of samples seen. */
    private double seen;

    /**
     * @param size n, 1 to 20,001 samples
     * @param latest whether of equal ones the latest counts, else the earliest
     */
    public RollingAge(int size, boolean latest) {
        if (size < 1 || size > 2 * IndicatorKind.MAX_PERIOD + 1) {
            throw new IllegalArgumentException(
                    "a window must be 1 to " + (2 * IndicatorKind.MAX_PERIOD + 1) + " samples, was " + size);
        }
        this.size = size;
        this.latest = latest;
        candidates = new double[size];
        numbers = new double[size];
    }

    public void add(double sample) {
        if (count > 0 && numbers[first] <= seen - size) {
            first = next(first, 1);
            count--;
        }
        while (count > 0 && isBeaten(candidates[next(first, count - 1)], sample)) {
            count--;
        }
        int place = next(first, count);
        candidates[place] = sample;
        numbers[place] = seen;
        count++;
        seen++;
    }

    private boolean isBeaten(double candidate, double sample) {
        return latest ? candidate <= sample : candidate < sample;
    }

    private int next(int place, int steps) {
        int next = place + steps;
        return next < size ? next : next - size;
    }

    /** Samples that came after the highest one: 0 if it is the last. */
    public int age() {
        return (int) (seen - 1 - numbers[first]);
    }

    /** The highest sample itself. */
    public double highest() {
        return candidates[first];
    }

    public boolean isReady() {
        return seen >= size;
    }

    @Override
    public String name() {
        return "age(" + size + ")";
    }

    @Override
    protected void memory(Memory memory) {
        first = memory.carry(first);
        count = memory.carry(count);
        seen = memory.carry(seen);
        memory.carry(candidates);
        memory.carry(numbers);
    }

    @Override
    protected void loaded() {
        if (first < 0 || first >= size || count < 0 || count > size) {
            throw new IllegalArgumentException(
                    "the state of " + name() + " has " + count + " candidates from " + first + " on");
        }
    }
}
