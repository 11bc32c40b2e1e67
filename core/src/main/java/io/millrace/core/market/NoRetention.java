package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;

/** The {@link Retention} of those who restate nothing. */
final class NoRetention implements Retention {
    @Override
    public PartialBar bar(long intervalNanos, long openNanos) {
        return null;
    }

    @Override
    public void putBar(long intervalNanos, PartialBar bar) {}

    @Override
    public void removeBar(long intervalNanos, long openNanos) {}

    @Override
    public PartialBar base(long intervalNanos, long openNanos) {
        return null;
    }

    @Override
    public void putBase(long intervalNanos, PartialBar base) {}

    @Override
    public void removeBase(long intervalNanos, long openNanos) {}

    @Override
    public long[] trades(long openNanos, int block) {
        return null;
    }

    @Override
    public void putTrades(long openNanos, int block, long[] trades) {}

    @Override
    public void removeTrades(long openNanos, int block) {}
}
