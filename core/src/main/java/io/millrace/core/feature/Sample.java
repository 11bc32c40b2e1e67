package io.millrace.core.feature;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.market.Bar;
import io.millrace.core.money.Price;

/**
 * What is known when a bar is: the bar, and as far as it was seen what lies behind it.
 *
 * @param values the bar's numbers
 * @param quote the prevailing quote at the bar's end, null if none was seen
 * @param flow what the bar's trades and quotes did, null if they were not seen
 * @param benchmark close of the benchmark instrument's bar with the same open time, null without one
 */
public record Sample(Bar bar, BarValues values, Tape.LastQuote quote, BarFlow flow, Price benchmark) {
    /** A bar of which nothing else was seen. */
    public static Sample of(Bar bar) {
        return new Sample(bar, BarValues.of(bar), null, null, null);
    }

    /** A bar beside the close of the benchmark's. */
    public static Sample of(Bar bar, Price benchmark) {
        return new Sample(bar, BarValues.of(bar), null, null, benchmark);
    }

    static Sample of(Bar bar, Tape tape, BarFlow flow) {
        return new Sample(bar, BarValues.of(bar), tape.quote.isKnown() ? tape.quote : null, flow, null);
    }

    boolean hasTrades() {
        return flow != null && flow.trades > 0;
    }

    /** How long the bar took: of a time bar its interval. */
    double seconds() {
        return (bar.endTimeNanos() - bar.openTimeNanos()) / 1e9;
    }

    /** What buyers took less what sellers took, in units of the instrument. */
    double signedVolume() {
        return 2 * values.buyVolume() - values.volume();
    }
}
