package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps closed bars and their trades in maps. */
public final class InMemoryRetention implements Retention {
    private final Map<String, PartialBar> bars = new TreeMap<>();
    private final Map<String, PartialBar> bases = new TreeMap<>();
    private final Map<String, long[]> trades = new TreeMap<>();

    /** What is kept. */
    public List<String> keys() {
        var keys = new ArrayList<String>();
        bars.keySet().forEach(key -> keys.add("bar " + key));
        bases.keySet().forEach(key -> keys.add("base " + key));
        trades.keySet().forEach(key -> keys.add("trades " + key));
        return keys;
    }

    @Override
    public PartialBar bar(long intervalNanos, long openNanos) {
        return bars.get(intervalNanos + "/" + openNanos);
    }

    @Override
    public void putBar(long intervalNanos, PartialBar bar) {
        bars.put(intervalNanos + "/" + bar.openTimeNanos, bar);
    }

    @Override
    public void removeBar(long intervalNanos, long openNanos) {
        bars.remove(intervalNanos + "/" + openNanos);
    }

    @Override
    public PartialBar base(long intervalNanos, long openNanos) {
        return bases.get(intervalNanos + "/" + openNanos);
    }

    @Override
    public void putBase(long intervalNanos, PartialBar base) {
        bases.put(intervalNanos + "/" + base.openTimeNanos, base);
    }

    @Override
    public void removeBase(long intervalNanos, long openNanos) {
        bases.remove(intervalNanos + "/" + openNanos);
    }

    @Override
    public long[] trades(long openNanos, int block) {
        return trades.get(openNanos + "/" + block);
    }

    @Override
    public void putTrades(long openNanos, int block, long[] kept) {
        trades.put(openNanos + "/" + block, kept);
    }

    @Override
    public void removeTrades(long openNanos, int block) {
        trades.remove(openNanos + "/" + block);
    }
}
