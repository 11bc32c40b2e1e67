package io.millrace.core.market;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * The trades of one interval, named by its open time: it covers [open, open + interval). Or those of one bar that
 * something else than time closes: named by its type and ordinal, it covers the time from its first to its last trade.
 *
 * @param openTimeNanos of a time bar the begin of its interval, of a session bar the begin of its part of the session, of
 *     another the event time of its first trade
 * @param intervalNanos length of a time bar, 0 for another
 * @param notional Σ price × quantity
 * @param buyVolume the part of the volume that buyers took (the reported side, else the tick rule of Lee and Ready,
 *     1991)
 * @param tradeCount number of trades with a quantity above zero; 0 in a restatement that says that the bar lost its last
 *     trade and is no more, with the prices it had
 * @param lastTradeNanos event time of the latest trade in it
 * @param type {@value #TIME}, or what closes it: {@code tick(1000)}, {@code session(1d)}
 * @param ordinal number of the bar among those of its type and instrument; 0 for time bars
 * @param revision 0 for what was said first, growing by one with every restatement
 * @param quality set of {@link QualityFlag}s
 */
public record Bar(
        InstrumentId instrument,
        long openTimeNanos,
        long intervalNanos,
        Price open,
        Price high,
        Price low,
        Price close,
        Quantity volume,
        Money notional,
        Quantity buyVolume,
        long tradeCount,
        long lastTradeNanos,
        String type,
        long ordinal,
        int revision,
        int quality) {
    /** The type of bars that time closes. */
    public static final String TIME = "time";

    /** A time bar as it was first said, of undoubted trades. */
    public Bar(
            InstrumentId instrument,
            long openTimeNanos,
            long intervalNanos,
            Price open,
            Price high,
            Price low,
            Price close,
            Quantity volume,
            Money notional,
            Quantity buyVolume,
            long tradeCount,
            long lastTradeNanos) {
        this(
                instrument,
                openTimeNanos,
                intervalNanos,
                open,
                high,
                low,
                close,
                volume,
                notional,
                buyVolume,
                tradeCount,
                lastTradeNanos,
                TIME,
                0,
                0,
                0);
    }

    /** The same bar, said so many times before. */
    public Bar withRevision(int revision) {
        return new Bar(
                instrument,
                openTimeNanos,
                intervalNanos,
                open,
                high,
                low,
                close,
                volume,
                notional,
                buyVolume,
                tradeCount,
                lastTradeNanos,
                type,
                ordinal,
                revision,
                quality);
    }

    /** The first instant that is no longer part of the bar. */
    public long endTimeNanos() {
        return isTimeBar() ? openTimeNanos + intervalNanos : lastTradeNanos + 1;
    }

    public boolean isTimeBar() {
        return intervalNanos > 0;
    }

    /** Whether nothing is left of it: a restatement that took its last trade back. */
    public boolean isGone() {
        return tradeCount == 0;
    }

    /** Whether it says again what was said before, after a late, busted or corrected trade. */
    public boolean isRestatement() {
        return revision > 0;
    }
}
