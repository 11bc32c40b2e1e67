package io.millrace.core.market.bar;

import io.millrace.core.market.SettledTrade;

/** When bars of one type close; a function over {@link EventBarState} without a memory of its own. */
@FunctionalInterface
interface BarRule {
    /**
     * Counts a trade, whose sums fit the open bar.
     *
     * @param close closes the open bar as it stands, and leaves a new one that has seen nothing
     */
    void add(EventBarState state, SettledTrade trade, Runnable close);
}
