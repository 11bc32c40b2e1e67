package io.millrace.core.market.bar;

import io.millrace.core.market.SettledTrade;

/**
 * Range bars by the three rules of Vicente Nicolellis (1995): the range of a bar, high − low, is the one given; it opens
 * outside the range of the bar before; it closes at its high or its low.
 *
 * <p>So a trade that would widen the bar beyond the range closes it, at the full range on that side, and opens the next
 * one at its own price. A bar is known only then. A jump leaves a gap between two bars and no invented bars in it.
 */
record RangeRule(long rangeUnits) implements BarRule {
    @Override
    public void add(EventBarState state, SettledTrade trade, Runnable close) {
        var bar = state.bar;
        long price = trade.priceUnits();
        if (bar.started && price - bar.lowUnits > rangeUnits) {
            bar.highUnits = bar.lowUnits + rangeUnits;
            bar.closeUnits = bar.highUnits;
            close.run();
        } else if (bar.started && bar.highUnits - price > rangeUnits) {
            bar.lowUnits = bar.highUnits - rangeUnits;
            bar.closeUnits = bar.lowUnits;
            close.run();
        }
        state.bar.take(trade);
    }
}
