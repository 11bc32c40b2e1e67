package io.millrace.core.feature;

import io.millrace.core.market.Bar;

/**
 * What the trades and quotes of one bar that is still open did so far, as sums; public fields so that a stream engine
 * stores it field by field. Quantities are in units of the instrument, times in seconds.
 */
public final class BarFlow {
    private static final double NANOS = 1e9;
    private static final double UNITS = 1e8;

    /** Of its series of bars, see {@link Bar#type()}. */
    public String type = "";
    /** Of its series of bars, 0 where something else than time closes them. */
    public long intervalNanos;
    /** Open time of the time bar that it is of. */
    public long openTimeNanos;

    public double trades;
    public double buys;
    public double sells;
    public double volume;
    public double largest;

    /** Trades that came in order; those before count for neither times nor changes between trades. */
    public double ordered;

    public double gaps;
    /** Mean of the gaps so far. */
    public double meanGap;
    /** Σ of the squares of what they are apart from their mean. */
    public double squaredGapDeviations;

    /** Σ of squared relative price changes. */
    public double squaredChanges;
    /** Pairs of successive price changes. */
    public double changePairs;

    public double earlierChanges;
    public double laterChanges;
    public double changeProducts;

    /** Volume that was traded while a quote was known. */
    public double quotedVolume;
    /** Of it, what buyers took less what sellers took, by the quote test. */
    public double quotedSignedVolume;
    /** Σ of quantity × relative effective spread. */
    public double effectiveSpreads;

    public double quotes;
    /** Cont, Kukanov, Stoikov's order flow imbalance. */
    public double quoteFlow;
    /** Σ over the quotes of the mean of both quantities. */
    public double depths;
    /** Time in which a quote was known, up to the last quote. */
    public double quotedSeconds;
    /** ∫ relative spread dt over that time. */
    public double spreadSeconds;

    public BarFlow() {}

    static BarFlow of(String type, long intervalNanos) {
        var flow = new BarFlow();
        flow.type = type;
        flow.intervalNanos = intervalNanos;
        return flow;
    }

    boolean isOf(Bar bar) {
        return intervalNanos == bar.intervalNanos() && type.equals(bar.type());
    }

    /** Begins anew if an event at that time is of another bar. */
    void reach(long timeNanos) {
        // A division would cost more than all the rest of a trade.
        if (intervalNanos > 0 && (timeNanos < openTimeNanos || timeNanos - openTimeNanos >= intervalNanos)) {
            clear();
            openTimeNanos = Math.floorDiv(timeNanos, intervalNanos) * intervalNanos;
        }
    }

    void clear() {
        trades = 0;
        buys = 0;
        sells = 0;
        volume = 0;
        largest = 0;
        ordered = 0;
        gaps = 0;
        meanGap = 0;
        squaredGapDeviations = 0;
        squaredChanges = 0;
        changePairs = 0;
        earlierChanges = 0;
        laterChanges = 0;
        changeProducts = 0;
        quotedVolume = 0;
        quotedSignedVolume = 0;
        effectiveSpreads = 0;
        quotes = 0;
        quoteFlow = 0;
        depths = 0;
        quotedSeconds = 0;
        spreadSeconds = 0;
    }

    void addTrade(int side, long quantityUnits) {
        double quantity = quantityUnits / UNITS;
        trades++;
        if (side > 0) {
            buys++;
        } else if (side < 0) {
            sells++;
        }
        volume += quantity;
        largest = Math.max(largest, quantity);
    }

    /** How a trade stands to the two before it, as far as they are of the same bar. */
    void addStep(long gapNanos, double change, double changeBefore) {
        if (ordered >= 1) {
            addGap(gapNanos / NANOS);
            squaredChanges += change * change;
        }
        if (ordered >= 2) {
            changePairs++;
            earlierChanges += changeBefore;
            laterChanges += change;
            changeProducts += changeBefore * change;
        }
        ordered++;
    }

    /** Welford's recurrence (1962): equal gaps leave no deviation at all, which E[x²] − E[x]² would not say. */
    private void addGap(double gap) {
        gaps++;
        double apart = gap - meanGap;
        meanGap += apart / gaps;
        squaredGapDeviations += apart * (gap - meanGap);
    }

    void addQuotedTrade(int side, long quantityUnits, double effectiveSpread) {
        double quantity = quantityUnits / UNITS;
        quotedVolume += quantity;
        quotedSignedVolume += side * quantity;
        effectiveSpreads += quantity * effectiveSpread;
    }

    /** Adds the time for which a quote has been the prevailing one. */
    void addQuoted(Tape.LastQuote prevailing, long untilNanos) {
        double seconds = prevailingSeconds(prevailing, untilNanos);
        quotedSeconds += seconds;
        spreadSeconds += seconds * prevailing.relativeSpread();
    }

    /** For how long within the bar a quote has prevailed. */
    double prevailingSeconds(Tape.LastQuote prevailing, long untilNanos) {
        return Math.max(0, untilNanos - Math.max(prevailing.timeNanos, openTimeNanos)) / NANOS;
    }

    void addQuote(double flow, double depth) {
        quotes++;
        quoteFlow += flow;
        depths += depth;
    }
}
