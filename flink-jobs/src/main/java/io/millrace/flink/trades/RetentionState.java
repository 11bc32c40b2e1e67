package io.millrace.flink.trades;

import io.millrace.core.market.OpenBars.PartialBar;
import io.millrace.core.market.Retention;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** The closed bars and trades of the current instrument, in maps beside the state that every trade loads. */
final class RetentionState implements Retention {
    /** By interval and open time. */
    private final MapState<String, PartialBar> bars;
    /** By open time and number of the block. */
    private final MapState<String, long[]> trades;

    RetentionState(RuntimeContext context) {
        bars = context.getMapState(
                new MapStateDescriptor<>("closed-bars", Types.STRING, TypeInformation.of(PartialBar.class)));
        trades = context.getMapState(new MapStateDescriptor<>(
                "closed-trades", Types.STRING, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public PartialBar bar(long intervalNanos, long openNanos) {
        return get(bars, key(intervalNanos, openNanos));
    }

    @Override
    public void putBar(long intervalNanos, PartialBar bar) {
        put(bars, key(intervalNanos, bar.openTimeNanos), bar);
    }

    @Override
    public void removeBar(long intervalNanos, long openNanos) {
        remove(bars, key(intervalNanos, openNanos));
    }

    @Override
    public PartialBar base(long intervalNanos, long openNanos) {
        return get(bars, baseKey(intervalNanos, openNanos));
    }

    @Override
    public void putBase(long intervalNanos, PartialBar base) {
        put(bars, baseKey(intervalNanos, base.openTimeNanos), base);
    }

    @Override
    public void removeBase(long intervalNanos, long openNanos) {
        remove(bars, baseKey(intervalNanos, openNanos));
    }

    @Override
    public long[] trades(long openNanos, int block) {
        return get(trades, key(openNanos, block));
    }

    @Override
    public void putTrades(long openNanos, int block, long[] kept) {
        put(trades, key(openNanos, block), kept);
    }

    @Override
    public void removeTrades(long openNanos, int block) {
        remove(trades, key(openNanos, block));
    }

    private static String key(long first, long second) {
        return first + "/" + second;
    }

    private static String baseKey(long intervalNanos, long openNanos) {
        return "base/" + key(intervalNanos, openNanos);
    }

    private static <V> V get(MapState<String, V> map, String key) {
        try {
            return map.get(key);
        } catch (Exception e) {
            throw unreadable(e);
        }
    }

    private static <V> void put(MapState<String, V> map, String key, V value) {
        try {
            map.put(key, value);
        } catch (Exception e) {
            throw unreadable(e);
        }
    }

    private static <V> void remove(MapState<String, V> map, String key) {
        try {
            map.remove(key);
        } catch (Exception e) {
            throw unreadable(e);
        }
    }

    /** The job fails and starts again from its checkpoint. */
    private static IllegalStateException unreadable(Exception e) {
        return new IllegalStateException("state of closed bars", e);
    }
}
