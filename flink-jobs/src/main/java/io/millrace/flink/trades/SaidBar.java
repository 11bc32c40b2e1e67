package io.millrace.flink.trades;

import io.millrace.core.market.Bar;

/** A bar that may still be restated, as it was said last. */
public final class SaidBar {
    public Bar bar;

    /** How often what followed from it was said again. */
    public int revision;

    public SaidBar() {}
}
