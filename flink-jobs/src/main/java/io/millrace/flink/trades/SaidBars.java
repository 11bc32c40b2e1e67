package io.millrace.flink.trades;

import io.millrace.core.market.Bar;
import java.time.Duration;
import java.util.Arrays;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Lets an operator with a memory of an instrument's bars take a restatement back into it: within the horizon of
 * corrections each bar is kept with the memory before it. A restated bar rolls the memory back, and it and the bars
 * behind it are shown again.
 *
 * @param <M> the memory
 */
public final class SaidBars<M> {
    /** Shows a bar to a memory. */
    @FunctionalInterface
    public interface Show<M> {
        /**
         * Says again what follows from a bar.
         *
         * @param bar with the number of times that what follows from it was said before
         * @param before null if nothing was seen before the bar
         * @return the memory after the bar
         */
        M show(Bar bar, M before) throws Exception;
    }

    private final long horizonNanos;
    /** By interval and open time. */
    private final MapState<String, SaidBar> bars;
    /** The memory before each; absent before the first bar. */
    private final MapState<String, M> memories;
    /** Open times by interval, ascending. */
    private final MapState<Long, long[]> opens;

    /** @param name of the state; what follows from bars in several ways has several */
    public SaidBars(RuntimeContext context, String name, TypeInformation<M> memory, Duration horizon) {
        horizonNanos = horizon.toNanos();
        bars = context.getMapState(
                new MapStateDescriptor<>(name + "-bars", Types.STRING, TypeInformation.of(SaidBar.class)));
        memories = context.getMapState(new MapStateDescriptor<>(name + "-before", Types.STRING, memory));
        opens = context.getMapState(new MapStateDescriptor<>(
                name + "-opens", Types.LONG, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /**
     * Keeps a bar that is said first, and forgets those that are restated no more.
     *
     * @param before null if nothing was seen before the bar
     */
    public void said(Bar bar, M before) throws Exception {
        if (horizonNanos == 0) {
            return;
        }
        long[] known = opens(bar.intervalNanos());
        int first = 0;
        while (first < known.length && known[first] + bar.intervalNanos() <= bar.endTimeNanos() - horizonNanos) {
            forget(bar.intervalNanos(), known[first++]);
        }
        long[] kept = Arrays.copyOfRange(known, first, known.length + 1);
        kept[kept.length - 1] = bar.openTimeNanos();
        opens.put(bar.intervalNanos(), kept);
        keep(bar, 0, before);
    }

    /**
     * Shows a restated bar, and those behind it, again.
     *
     * @param latest the memory after the latest bar, null if there is none
     * @return the memory after the latest bar now; {@code latest} if the bar is not remembered
     */
    public M restate(Bar bar, M latest, Show<M> show) throws Exception {
        long[] known = opens(bar.intervalNanos());
        int index = Arrays.binarySearch(known, bar.openTimeNanos());
        if (index < 0 && (bar.isGone() || (known.length == 0 && latest != null))) {
            return latest;
        }
        int from = index < 0 ? -index - 1 : index;
        var memory = from < known.length ? memories.get(key(bar.intervalNanos(), known[from])) : latest;
        if (index < 0) {
            known = inserted(known, from, bar.openTimeNanos());
            keep(bar, 0, memory);
        } else if (bar.isGone()) {
            forget(bar.intervalNanos(), known[from]);
            known = removed(known, from);
        }
        opens.put(bar.intervalNanos(), known);
        for (int i = from; i < known.length; i++) {
            var said = bars.get(key(bar.intervalNanos(), known[i]));
            var latestBar = known[i] == bar.openTimeNanos() ? bar : said.bar;
            keep(latestBar, said.revision + 1, memory);
            memory = show.show(latestBar.withRevision(said.revision + 1), memory);
        }
        return memory;
    }

    private long[] opens(long intervalNanos) throws Exception {
        long[] known = opens.get(intervalNanos);
        return known == null ? new long[0] : known;
    }

    private void keep(Bar bar, int revision, M before) throws Exception {
        var said = new SaidBar();
        said.bar = bar;
        said.revision = revision;
        var key = key(bar.intervalNanos(), bar.openTimeNanos());
        bars.put(key, said);
        if (before == null) {
            memories.remove(key);
        } else {
            memories.put(key, before);
        }
    }

    private void forget(long intervalNanos, long openNanos) throws Exception {
        bars.remove(key(intervalNanos, openNanos));
        memories.remove(key(intervalNanos, openNanos));
    }

    private static String key(long intervalNanos, long openNanos) {
        return intervalNanos + "/" + openNanos;
    }

    private static long[] inserted(long[] values, int index, long value) {
        long[] more = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, index, more, index + 1, values.length - index);
        more[index] = value;
        return more;
    }

    private static long[] removed(long[] values, int index) {
        long[] fewer = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, index + 1, fewer, index, fewer.length - index);
        return fewer;
    }
}
