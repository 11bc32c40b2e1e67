package io.millrace.core.execution;

import io.millrace.core.clock.MarketTime;

/**
 * One kind of market event of an instrument: its time, and what of it waits to be matched.
 *
 * @param firstEvent number of the earliest event that waits
 * @param nextEvent number of the next event to come
 * @param held an event stamped too far ahead that nothing has confirmed yet, null if there is none
 */
public record MarketLane(MarketTime time, long firstEvent, long nextEvent, MarketEvent held) {
    /** The kinds: each has an order of its own, that of one topic. */
    public enum Kind {
        /** Trades, or bars. At one time they come before quotes, which show what the trade left. */
        PRINTS,
        QUOTES
    }

    public static final MarketLane EMPTY = new MarketLane(MarketTime.NONE, 0, 0, null);

    boolean hasEvent() {
        return firstEvent < nextEvent;
    }

    MarketLane at(MarketTime next) {
        return new MarketLane(next, firstEvent, nextEvent, held);
    }

    MarketLane eventAdded() {
        return new MarketLane(time, firstEvent, nextEvent + 1, held);
    }

    MarketLane eventRemoved() {
        return new MarketLane(time, firstEvent + 1, nextEvent, held);
    }

    /** @param event null if none is held any more */
    MarketLane holding(MarketEvent event) {
        return new MarketLane(time, firstEvent, nextEvent, event);
    }
}
