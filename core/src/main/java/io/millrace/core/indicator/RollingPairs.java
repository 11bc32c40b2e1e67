package io.millrace.core.indicator;

import java.util.Arrays;

/**
 * Variances and covariance of the last n pairs of samples.
 *
 * <p>Of sums of the samples' distances from a reference in the window, over the two parts of a ring as {@link Window} has
 * them: free of drift, and what cancels is no larger than the window's own range.
 */
public final class RollingPairs extends Remembering {
    private static final int SUMS = 5;

    private final int size;
    private final double[] ringX;
    private final double[] ringY;

    /** Σ x, y, x², y², x·y of the tail from each position on, {@value #SUMS} numbers each. */
    private final double[] tails;

    private int head;
    private boolean turned;
    private double referenceX;
    private double referenceY;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    /** @param size n, 1 to 10,000 pairs */
    public RollingPairs(int size) {
        if (size < 1 || size > IndicatorKind.MAX_PERIOD) {
            throw new IllegalArgumentException(
                    "a window must be 1 to " + IndicatorKind.MAX_PERIOD + " pairs, was " + size);
        }
        this.size = size;
        ringX = new double[size];
        ringY = new double[size];
        tails = new double[size * SUMS];
    }

    public void add(double sampleX, double sampleY) {
        if (head == 0 && !turned) {
            referenceX = sampleX;
            referenceY = sampleY;
        }
        ringX[head] = sampleX;
        ringY[head] = sampleY;
        head++;
        join(sampleX, sampleY);
        if (head == size) {
            turned = true;
            head = 0;
            referenceX = ringX[size - 1];
            referenceY = ringY[size - 1];
            computeTails(0);
        }
    }

    /** Whether the window is full; what follows means something only then. */
    public boolean isReady() {
        return turned;
    }

    public double varianceX() {
        double sum = x + tails[head * SUMS];
        return Math.max(0, (xx + tails[head * SUMS + 2] - sum * sum / size) / size);
    }

    public double varianceY() {
        double sum = y + tails[head * SUMS + 1];
        return Math.max(0, (yy + tails[head * SUMS + 3] - sum * sum / size) / size);
    }

    public double covariance() {
        double sumX = x + tails[head * SUMS];
        double sumY = y + tails[head * SUMS + 1];
        return (xy + tails[head * SUMS + 4] - sumX * sumY / size) / size;
    }

    private void join(double sampleX, double sampleY) {
        double dx = sampleX - referenceX;
        double dy = sampleY - referenceY;
        x += dx;
        y += dy;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }

    /** Of the tail down to a position; the head is empty afterwards. */
    private void computeTails(int from) {
        clearHead();
        for (int i = size - 1; i >= from; i--) {
            join(ringX[i], ringY[i]);
            int at = i * SUMS;
            tails[at] = x;
            tails[at + 1] = y;
            tails[at + 2] = xx;
            tails[at + 3] = yy;
            tails[at + 4] = xy;
        }
        clearHead();
    }

    private void clearHead() {
        x = 0;
        y = 0;
        xx = 0;
        yy = 0;
        xy = 0;
    }

    @Override
    public String name() {
        return "pairs(" + size + ")";
    }

    @Override
    protected void memory(Memory memory) {
        head = memory.carry(head);
        turned = memory.carry(turned);
        memory.carry(ringX);
        memory.carry(ringY);
    }

    @Override
    protected void loaded() {
        if (head < 0 || head >= size) {
            throw new IllegalArgumentException("the state of " + name() + " has a head of " + head + " pairs");
        }
        int end = head;
        referenceX = ringX[turned ? size - 1 : 0];
        referenceY = ringY[turned ? size - 1 : 0];
        Arrays.fill(tails, 0);
        computeTails(turned ? end : size);
        for (int i = 0; i < end; i++) {
            join(ringX[i], ringY[i]);
        }
    }
}
