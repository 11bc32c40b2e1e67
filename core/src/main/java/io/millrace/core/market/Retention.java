package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;

/**
 * Where closed bars and their trades wait for a restatement: a map that a stream engine keeps beside the state that is
 * loaded for every trade. What was taken out and changed is put in again.
 */
public interface Retention {
    /** A closed bar, null if it is not kept. */
    PartialBar bar(long intervalNanos, long openNanos);

    void putBar(long intervalNanos, PartialBar bar);

    void removeBar(long intervalNanos, long openNanos);

    /** The part of a larger bar that cannot be restated any more, null if there is none. */
    PartialBar base(long intervalNanos, long openNanos);

    void putBase(long intervalNanos, PartialBar base);

    void removeBase(long intervalNanos, long openNanos);

    /** A block of trades of the smallest bar of that open time. */
    long[] trades(long openNanos, int block);

    void putTrades(long openNanos, int block, long[] trades);

    void removeTrades(long openNanos, int block);

    /** Keeps nothing: for a horizon of zero, which asks for nothing. */
    Retention NONE = new NoRetention();
}
