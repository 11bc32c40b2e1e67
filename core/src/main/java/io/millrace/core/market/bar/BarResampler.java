package io.millrace.core.market.bar;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.bar.ResampledBars.LargerBar;
import io.millrace.core.market.bar.ResampledBars.Part;
import io.millrace.core.market.bar.Windows.Window;
import io.millrace.core.market.calendar.TradingCalendar;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * Makes larger bars of smaller ones: of a longer interval, of sessions or of parts of sessions. A function over {@link
 * ResampledBars} without a memory of its own; all sums are exact, so a larger bar equals the one that is built of the
 * trades themselves.
 *
 * <p>The smaller bars are time bars of one interval, in order of their open time. One that says again what was said
 * before restates the larger bar it is in. A larger bar closes when no smaller one that ends within it is waited for;
 * one without smaller bars does not exist.
 */
public final class BarResampler {
    /** What became of a smaller bar. */
    public enum Outcome {
        /** It is in a larger bar. */
        ADDED,
        /** Its larger bar was closed, and is said again if it changed. */
        RESTATED,
        /** It is not, or not wholly, within a larger bar: outside of sessions. */
        OUTSIDE,
        /** Its larger bar can no longer be restated. */
        FORGOTTEN,
        /** Volume or value of the larger bar would not fit a count of 1e-8. */
        OVERFLOW
    }

    /** Where larger bars go. */
    @FunctionalInterface
    public interface Output {
        /**
         * A larger bar that closed or is said again.
         *
         * @param closeNanos the end of its window
         * @param coverage part of its window that smaller bars covered, in [0, 1]: below 1 where there were no trades, or
         *     where the smaller bars began within it
         */
        void bar(Bar bar, long closeNanos, double coverage);
    }

    private final String type;
    private final Windows windows;
    private final long restatableNanos;

    private BarResampler(String type, Windows windows, long restatableNanos) {
        if (restatableNanos < 0) {
            throw new IllegalArgumentException("restatable must be >= 0 ns, was " + restatableNanos);
        }
        this.type = type;
        this.windows = windows;
        this.restatableNanos = restatableNanos;
    }

    /**
     * To time bars of a longer interval.
     *
     * @param intervalNanos a multiple of the smaller interval
     * @param restatableNanos for how long after its end a bar can be restated; 0 for never, also not before it closes
     */
    public static BarResampler toInterval(long intervalNanos, long restatableNanos) {
        return new BarResampler(Bar.TIME, Windows.of(intervalNanos), restatableNanos);
    }

    /**
     * To bars of whole sessions.
     *
     * @param type of the bars
     * @param restatableNanos as of {@link #toInterval}
     */
    public static BarResampler toSessions(String type, TradingCalendar calendar, long restatableNanos) {
        return new BarResampler(type, Windows.sessions(calendar), restatableNanos);
    }

    /**
     * To bars of a length that begin with each session; the last may be shorter.
     *
     * @param type of the bars
     * @param restatableNanos as of {@link #toInterval}
     */
    public static BarResampler toSessionParts(
            String type, TradingCalendar calendar, long intervalNanos, long restatableNanos) {
        return new BarResampler(type, Windows.sessions(calendar, intervalNanos), restatableNanos);
    }

    /** Closes the larger bars that ended before a smaller one, and counts it. */
    public Outcome add(ResampledBars state, Bar bar, Output out) {
        if (!bar.isTimeBar()) {
            throw new IllegalArgumentException("bars are made larger of time bars, was " + bar.type());
        }
        if (bar.isRestatement() && restatableNanos == 0) {
            return Outcome.FORGOTTEN;
        }
        if (!bar.isRestatement()) {
            advance(state, bar.instrument(), bar.openTimeNanos(), out);
        }
        var window = windows.at(bar.openTimeNanos());
        if (window.isEmpty() || bar.endTimeNanos() > window.get().closeNanos()) {
            return Outcome.OUTSIDE;
        }
        var larger = find(state, window.get());
        if (larger == null) {
            boolean over = state.horizonKnown && window.get().closeNanos() <= state.horizonNanos;
            if (over && window.get().closeNanos() <= forgotten(state)) {
                return Outcome.FORGOTTEN;
            }
            larger = begin(state, window.get());
            larger.closed = over;
        }
        if (bar.isRestatement() && larger.hasJoined(bar)) {
            return Outcome.FORGOTTEN;
        }
        return larger.closed ? restate(larger, bar, out) : count(larger, bar);
    }

    /**
     * Closes the larger bars that are due.
     *
     * @param horizonNanos no smaller bar that ends at or before this is waited for; it never moves back
     */
    public void advance(ResampledBars state, InstrumentId instrument, long horizonNanos, Output out) {
        if (state.horizonKnown && horizonNanos <= state.horizonNanos) {
            return;
        }
        state.horizonKnown = true;
        state.horizonNanos = horizonNanos;
        for (LargerBar larger : state.bars) {
            if (!larger.closed && larger.closeNanos <= horizonNanos) {
                larger.closed = true;
                var sum = larger.sum();
                if (sum.tradeCount > 0) {
                    out.bar(say(instrument, larger, sum), larger.closeNanos, coverage(larger, sum));
                }
            }
        }
        state.bars.removeIf(larger -> larger.closed && larger.closeNanos <= forgotten(state));
    }

    private Outcome count(LargerBar larger, Bar bar) {
        var part = Part.of(bar);
        var replaced = restatableNanos == 0 ? null : larger.remove(bar.openTimeNanos());
        if (!larger.sum().fits(part)) {
            if (replaced != null) {
                larger.put(replaced);
            }
            return Outcome.OVERFLOW;
        }
        if (restatableNanos == 0 && !larger.parts.isEmpty()) {
            larger.parts.get(0).join(part);
        } else if (part.tradeCount > 0) {
            larger.put(part);
        }
        return Outcome.ADDED;
    }

    private Outcome restate(LargerBar larger, Bar bar, Output out) {
        var before = larger.sum();
        var outcome = count(larger, bar);
        var sum = larger.sum();
        if (outcome == Outcome.ADDED && !sum.saysSame(before)) {
            larger.revision++;
            sum.keepPrices(before);
            out.bar(say(bar.instrument(), larger, sum), larger.closeNanos, coverage(larger, sum));
        }
        return outcome == Outcome.ADDED ? Outcome.RESTATED : outcome;
    }

    /** Larger bars that ended at or before this stay as they are. */
    private long forgotten(ResampledBars state) {
        return state.horizonNanos < Long.MIN_VALUE + restatableNanos
                ? Long.MIN_VALUE
                : state.horizonNanos - restatableNanos;
    }

    private static LargerBar find(ResampledBars state, Window window) {
        for (int i = state.bars.size() - 1; i >= 0; i--) {
            if (state.bars.get(i).openNanos == window.openNanos()) {
                return state.bars.get(i);
            }
        }
        return null;
    }

    private static LargerBar begin(ResampledBars state, Window window) {
        state.begun++;
        var larger = LargerBar.of(window, state.begun);
        int index = state.bars.size();
        while (index > 0 && state.bars.get(index - 1).openNanos > window.openNanos()) {
            index--;
        }
        state.bars.add(index, larger);
        return larger;
    }

    private static double coverage(LargerBar larger, Part sum) {
        return sum.coveredNanos / (double) (larger.closeNanos - larger.openNanos);
    }

    private Bar say(InstrumentId instrument, LargerBar larger, Part sum) {
        boolean ofTime = type.equals(Bar.TIME);
        return new Bar(
                instrument,
                larger.openNanos,
                ofTime ? larger.closeNanos - larger.openNanos : 0,
                new Price(sum.openUnits),
                new Price(sum.highUnits),
                new Price(sum.lowUnits),
                new Price(sum.closeUnits),
                new Quantity(sum.volumeUnits),
                new Money(sum.notionalUnits),
                new Quantity(sum.buyVolumeUnits),
                sum.tradeCount,
                sum.lastTradeNanos,
                type,
                ofTime ? 0 : larger.ordinal,
                larger.revision,
                sum.quality);
    }
}
