package io.millrace.core.indicator;

import io.millrace.core.market.Bar;

/**
 * A number, or a few, that follows from the bars so far; each bar is seen once, in O(1) amortised (O(log n) where the
 * javadoc says so) and constant memory.
 *
 * <p>Values follow TA-Lib's conventions (seeding, warm-up, population deviation) and equal its values to 1e-9 relative,
 * or the javadoc names the other definition.
 */
public interface Indicator extends Measure {
    void update(BarValues bar);

    default void update(Bar bar) {
        update(BarValues.of(bar));
    }
}
