package io.millrace.core.indicator;

/**
 * The range of a bar with its gap to the bar before: max(high − low, |high − previous close|, |low − previous close|).
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems (1978). The first bar has none.
 */
public final class TrueRange extends Remembering {
    private boolean started;
    private double previousClose;

    /** Of the bar seen last; it lasts as long as that bar is looked at and is no part of the memory. */
    private double value;

    /** Sees the next bar; whether it has a true range. */
    public boolean add(BarValues bar) {
        boolean has = started;
        if (has) {
            value = of(bar, previousClose);
        }
        started = true;
        previousClose = bar.close();
        return has;
    }

    private static double of(BarValues bar, double previousClose) {
        double range = bar.high() - bar.low();
        double up = Math.abs(bar.high() - previousClose);
        double down = Math.abs(bar.low() - previousClose);
        return Math.max(range, Math.max(up, down));
    }

    /** The true range of the bar just added. */
    public double value() {
        return value;
    }

    @Override
    public String name() {
        return "true-range";
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        previousClose = memory.carry(previousClose);
    }
}
