package io.millrace.core.market.bar;

import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.bar.EventBarState.Bricks;
import io.millrace.core.market.bar.EventBarState.OpenBar;

/**
 * Renko: bricks of one height, on a grid of multiples of it. A brick follows the last one's direction when the price
 * has moved one height beyond its close, and turns when it has moved two heights back. Source: Nison, Beyond
 * Candlesticks (1994), ch. 8.
 *
 * <p>Open and close are the brick; high and low are its wicks: how far the price went between the bricks. A trade that
 * closes several bricks at once, and all trades since the last brick, count in the first of them; the others have no
 * trades. A jump over more than {@value #MAX_BRICKS} bricks is no trend: the grid begins anew at its price, and its
 * trades count in the next brick.
 */
record RenkoRule(long brickUnits) implements BarRule {
    static final int MAX_BRICKS = 1_000;

    @Override
    public void add(EventBarState state, SettledTrade trade, Runnable close) {
        var bricks = state.bricks;
        long price = trade.priceUnits();
        state.bar.take(trade);
        if (bricks.levelUnits == 0) {
            start(bricks, price);
            return;
        }
        int direction = price > bricks.levelUnits ? 1 : -1;
        boolean turns = bricks.direction == -direction;
        long count = Math.abs(price - bricks.levelUnits) / brickUnits - (turns ? 1 : 0);
        if (count > MAX_BRICKS) {
            start(bricks, price);
        } else if (count > 0) {
            long step = direction * brickUnits;
            if (turns) {
                bricks.levelUnits += step;
            }
            bricks.direction = direction;
            for (int i = 0; i < count; i++) {
                shape(state, bricks.levelUnits, bricks.levelUnits + step, trade);
                bricks.levelUnits += step;
                close.run();
            }
        }
    }

    private static void shape(EventBarState state, long open, long end, SettledTrade trade) {
        OpenBar bar = state.bar;
        if (bar.started) {
            bar.highUnits = end > open ? end : Math.max(open, bar.highUnits);
            bar.lowUnits = end < open ? end : Math.min(open, bar.lowUnits);
        } else {
            bar.begin(open, trade.eventTimeNanos());
            bar.quality = trade.quality();
            bar.highUnits = Math.max(open, end);
            bar.lowUnits = Math.min(open, end);
        }
        bar.openUnits = open;
        bar.closeUnits = end;
    }

    /** At the multiple at or below the price, but never at zero. */
    private void start(Bricks bricks, long price) {
        bricks.levelUnits = Math.max(brickUnits, price / brickUnits * brickUnits);
        bricks.direction = 0;
    }
}
