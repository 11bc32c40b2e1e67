package io.millrace.core.execution;

import io.millrace.core.market.Quote;
import io.millrace.core.money.Price;

/**
 * What the venue has seen of an instrument's market up to where it has matched.
 *
 * @param last price of the latest trade or bar, null before the first
 * @param quote the latest, null before the first
 * @param openRank what orders that came after the open of the bar at hand are ranked from
 */
public record MarketSeen(Price last, Quote quote, long openRank) {
    static final MarketSeen NOTHING = new MarketSeen(null, null, 0);

    /** The market after an event. */
    MarketSeen after(MarketEvent event, long nextRank) {
        if (event instanceof MarketEvent.Traded traded) {
            return new MarketSeen(traded.trade().price(), quote, openRank);
        } else if (event instanceof MarketEvent.Quoted quoted) {
            return new MarketSeen(last, quoted.quote(), openRank);
        } else if (event instanceof MarketEvent.BarOpened opened) {
            return new MarketSeen(opened.bar().open(), quote, nextRank);
        } else if (event instanceof MarketEvent.BarRanged ranged) {
            return new MarketSeen(ranged.bar().close(), quote, openRank);
        }
        throw new IllegalArgumentException("no market event: " + event);
    }
}
