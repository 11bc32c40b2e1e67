package io.millrace.flink.trades;

import io.millrace.core.market.Bar;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.time.Duration;
import java.util.Arrays;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Lets an operator with a memory of an instrument's bars of time take a restatement back into it. The operator stores
 * the memory as it was before the oldest bar that may still be restated; the bars since then are kept here, as numbers,
 * and shown to the memory anew for each bar that comes. So a bar costs a few updates more, but nothing is stored twice.
 */
public final class SaidBars {
    /** Numbers of a kept bar; the last is how often what followed from it was said again. */
    private static final int WIDTH = 14;

    private static final int REVISION = WIDTH - 1;

    /**
     * The operator's memory of the bars of one interval.
     *
     * @param <M> as it is stored
     */
    public interface Memory<M> {
        /** Continues from what was stored, null if nothing was. */
        void restore(M stored);

        /** Sees a bar of which all was said. */
        void observe(Bar bar);

        /** Sees a bar and says what follows from it, with the bar's revision. */
        void say(Bar bar);

        /** As it is to be stored. */
        M save();
    }

    private final long horizonNanos;
    /** By interval, in order of open time. */
    private final MapState<Long, long[]> kept;

    /**
     * @param name of the state
     * @param horizon for how long after its end a bar may be restated
     */
    public SaidBars(RuntimeContext context, String name, Duration horizon) {
        horizonNanos = horizon.toNanos();
        kept = context.getMapState(
                new MapStateDescriptor<>(name, Types.LONG, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /**
     * Says what follows from a bar that comes first.
     *
     * @param stored the memory before the oldest kept bar, null if nothing was seen before it
     * @return the same now
     */
    public <M> M first(Bar bar, M stored, Memory<M> memory) throws Exception {
        memory.restore(stored);
        if (horizonNanos == 0) {
            memory.say(bar);
            return memory.save();
        }
        long[] bars = kept(bar.intervalNanos());
        int from = 0;
        while (from < bars.length && bars[from] + bar.intervalNanos() <= bar.endTimeNanos() - horizonNanos) {
            memory.observe(read(bars, from, bar));
            from += WIDTH;
        }
        var moved = from == 0 ? stored : memory.save();
        for (int i = from; i < bars.length; i += WIDTH) {
            memory.observe(read(bars, i, bar));
        }
        memory.say(bar);
        long[] next = Arrays.copyOfRange(bars, from, bars.length + WIDTH);
        write(bar, 0, next, next.length - WIDTH);
        kept.put(bar.intervalNanos(), next);
        return moved;
    }

    /**
     * Says again what follows from a restated bar and from those behind it; nothing if the bar is not remembered.
     *
     * @param stored the memory before the oldest kept bar, null if nothing was seen before it
     */
    public <M> void again(Bar bar, M stored, Memory<M> memory) throws Exception {
        long[] bars = kept(bar.intervalNanos());
        int at = 0;
        while (at < bars.length && bars[at] < bar.openTimeNanos()) {
            at += WIDTH;
        }
        boolean known = at < bars.length && bars[at] == bar.openTimeNanos();
        if (!known && (bar.isGone() || (bars.length == 0 && stored != null))) {
            return;
        }
        bars = known ? (bar.isGone() ? without(bars, at) : replaced(bars, at, bar)) : inserted(bars, at, bar);
        memory.restore(stored);
        for (int i = 0; i < bars.length; i += WIDTH) {
            if (i < at) {
                memory.observe(read(bars, i, bar));
            } else {
                memory.say(read(bars, i, bar).withRevision((int) ++bars[i + REVISION]));
            }
        }
        kept.put(bar.intervalNanos(), bars);
    }

    private long[] kept(long intervalNanos) throws Exception {
        long[] bars = kept.get(intervalNanos);
        return bars == null ? new long[0] : bars;
    }

    private static long[] without(long[] bars, int at) {
        long[] fewer = Arrays.copyOf(bars, bars.length - WIDTH);
        System.arraycopy(bars, at + WIDTH, fewer, at, fewer.length - at);
        return fewer;
    }

    private static long[] replaced(long[] bars, int at, Bar bar) {
        long[] same = bars.clone();
        write(bar, bars[at + REVISION], same, at);
        return same;
    }

    private static long[] inserted(long[] bars, int at, Bar bar) {
        long[] more = Arrays.copyOf(bars, bars.length + WIDTH);
        System.arraycopy(bars, at, more, at + WIDTH, bars.length - at);
        write(bar, 0, more, at);
        return more;
    }

    private static void write(Bar bar, long revision, long[] bars, int at) {
        int i = at;
        bars[i++] = bar.openTimeNanos();
        bars[i++] = bar.open().units();
        bars[i++] = bar.high().units();
        bars[i++] = bar.low().units();
        bars[i++] = bar.close().units();
        bars[i++] = bar.volume().units();
        bars[i++] = bar.notional().units();
        bars[i++] = bar.buyVolume().units();
        bars[i++] = bar.tradeCount();
        bars[i++] = bar.lastTradeNanos();
        bars[i++] = bar.ordinal();
        bars[i++] = bar.revision();
        bars[i++] = bar.quality();
        bars[i] = revision;
    }

    /** @param of the same instrument and interval */
    private static Bar read(long[] bars, int at, Bar of) {
        int i = at;
        return new Bar(
                of.instrument(),
                bars[i++],
                of.intervalNanos(),
                new Price(bars[i++]),
                new Price(bars[i++]),
                new Price(bars[i++]),
                new Price(bars[i++]),
                new Quantity(bars[i++]),
                new Money(bars[i++]),
                new Quantity(bars[i++]),
                bars[i++],
                bars[i++],
                Bar.TIME,
                bars[i++],
                (int) bars[i++],
                (int) bars[i]);
    }
}
