package io.millrace.core.indicator;

import io.millrace.core.market.Bar;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/**
 * A number, or a few, that follows from the bars so far; each bar is seen once, in O(1) amortised and constant memory.
 *
 * <p>Values follow TA-Lib's conventions (seeding, warm-up, population deviation) and equal its values to 1e-9 relative,
 * or the javadoc names the other definition.
 */
public interface Indicator extends Stateful {
    /** The names of its values: its own name, or {@code name.value} where it has several. */
    List<String> valueNames();

    /** Number of bars it must have seen before it has values. */
    int warmUp();

    void update(BarValues bar);

    default void update(Bar bar) {
        update(BarValues.of(bar));
    }

    /** Whether it has values now; before it has, it emits nothing. */
    boolean isReady();

    /** A value by its place in {@link #valueNames()}; it means something only if {@link #isReady()}. */
    double value(int index);

    /** Hands over its values by name if it {@link #isReady()}, else nothing. */
    void values(ObjDoubleConsumer<String> out);
}
