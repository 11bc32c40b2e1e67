package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;

/**
 * Negative and positive volume index, points: the return of the close, accumulated over the bars whose volume fell
 * ({@code nvi}) or rose ({@code pvi}), from 1000 on.
 *
 * <p>i ← i × close / previous close on those bars, if both closes are above 0; else it stays. Source: Fosback, Stock
 * Market Logic (1976), after Dysart. Seeding: 1000 at the first bar. Warm-up: 1 bar. The product never ends: its level
 * depends on where it began, its rounding grows by about 1e-16 with each bar that counts.
 */
public final class VolumeIndex extends SingleValue {
    private static final double START = 1_000;
    private static final String SOURCE = "Fosback, Stock Market Logic (1976)";

    static final IndicatorKind NEGATIVE = IndicatorKind.named("nvi", "Negative volume index")
            .value("points")
            .formula("i ← i × close / previous close on bars whose volume fell")
            .seeding("1000 at the first bar.")
            .source(SOURCE)
            .creates(p -> new VolumeIndex(false));
    static final IndicatorKind POSITIVE = IndicatorKind.named("pvi", "Positive volume index")
            .value("points")
            .formula("i ← i × close / previous close on bars whose volume rose")
            .seeding("1000 at the first bar.")
            .source(SOURCE)
            .creates(p -> new VolumeIndex(true));

    private final boolean positive;
    private boolean started;
    private double previousClose;
    private double previousVolume;
    private double index = START;

    /** @param positive whether it counts the bars whose volume rose, else those whose volume fell */
    public VolumeIndex(boolean positive) {
        super(positive ? POSITIVE : NEGATIVE);
        this.positive = positive;
    }

    @Override
    public void update(BarValues bar) {
        boolean counts = positive ? bar.volume() > previousVolume : bar.volume() < previousVolume;
        if (started && counts && bar.close() > 0 && previousClose > 0) {
            index *= bar.close() / previousClose;
        }
        started = true;
        previousClose = bar.close();
        previousVolume = bar.volume();
    }

    @Override
    public double value() {
        return index;
    }

    @Override
    public boolean isReady() {
        return started;
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        previousClose = memory.carry(previousClose);
        previousVolume = memory.carry(previousVolume);
        index = memory.carry(index);
    }
}
