package io.millrace.core.execution;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;

/**
 * What a market event offers at one instant.
 *
 * @param sequence of the market event
 * @param buyAt what a buyer who takes pays, null if nothing is offered
 * @param sellAt what a seller who takes gets, null if nobody bids
 * @param triggers whether it reaches triggers: those of buys at {@code buyTouch}, those of sells at {@code sellTouch}
 * @param low buys that rest at it or above are reached, in units
 * @param high sells that rest at it or below are reached, in units
 * @param passesBuys the market goes on below {@code low}, or nothing was left at it
 * @param passesSells the market goes on above {@code high}, or nothing was left at it
 * @param buyVolume volume that buyers may take a part of
 * @param sellVolume volume that sellers may take a part of
 * @param tradedWithBuys what traded with those who bid exactly {@code low}
 * @param tradedWithSells what traded with those who offer exactly {@code high}
 * @param improves a resting order gets the tick's price where that is better than its limit
 * @param rankBelow only orders ranked below it take part: others came later
 */
record Tick(
        long timeNanos,
        long sequence,
        Price buyAt,
        Price sellAt,
        boolean triggers,
        Price buyTouch,
        Price sellTouch,
        long low,
        long high,
        boolean passesBuys,
        boolean passesSells,
        Quantity buyVolume,
        Quantity sellVolume,
        Quantity tradedWithBuys,
        Quantity tradedWithSells,
        boolean improves,
        long rankBelow) {

    /**
     * A trade: it triggers and fills what rests.
     *
     * @param takes whether orders take at its price: where there are quotes they take from those
     */
    static Tick of(MarketEvent.Traded event, boolean takes, long rankBelow) {
        Trade trade = event.trade();
        var price = trade.price();
        var taken = takes ? price : null;
        return new Tick(
                event.timeNanos(),
                trade.sequence(),
                taken,
                taken,
                true,
                price,
                price,
                price.units(),
                price.units(),
                false,
                false,
                trade.quantity(),
                trade.quantity(),
                trade.aggressor() == AggressorSide.BUYER ? Quantity.ZERO : trade.quantity(),
                trade.aggressor() == AggressorSide.SELLER ? Quantity.ZERO : trade.quantity(),
                false,
                rankBelow);
    }

    /**
     * A quote: orders take from it, and it fills what rests where it has come to the other side's price.
     *
     * @param triggers whether it triggers: where there are trades those do
     */
    static Tick of(MarketEvent.Quoted event, boolean triggers, long rankBelow) {
        Quote quote = event.quote();
        var ask = quote.askPrice().isPositive() ? quote.askPrice() : null;
        var bid = quote.bidPrice().isPositive() ? quote.bidPrice() : null;
        return new Tick(
                event.timeNanos(),
                quote.sequence(),
                ask,
                bid,
                triggers,
                ask,
                bid,
                ask == null ? Long.MAX_VALUE : ask.units(),
                bid == null ? Long.MIN_VALUE : bid.units(),
                true,
                true,
                quote.askQuantity(),
                quote.bidQuantity(),
                Quantity.ZERO,
                Quantity.ZERO,
                false,
                rankBelow);
    }

    /**
     * A price on a bar's way.
     *
     * @param falls the way goes on below it
     * @param rises the way goes on above it
     */
    static Tick of(MarketEvent event, Bar bar, Price price, boolean falls, boolean rises, long rankBelow) {
        // The open and the way after it: neither is known to have had the whole volume.
        var half = new Quantity(bar.volume().units() / 2);
        return new Tick(
                event.timeNanos(),
                event.sequence(),
                price,
                price,
                true,
                price,
                price,
                price.units(),
                price.units(),
                falls,
                rises,
                half,
                half,
                Quantity.ZERO,
                Quantity.ZERO,
                true,
                rankBelow);
    }

    /** What a side that takes gets, null if there is nothing to take. */
    Price takenBy(Side side) {
        return side == Side.BUY ? buyAt : sellAt;
    }

    /** Where the market is for the triggers of a side. */
    Price touch(Side side) {
        return side == Side.BUY ? buyTouch : sellTouch;
    }

    Quantity volumeFor(Side side) {
        return side == Side.BUY ? buyVolume : sellVolume;
    }

    /** What traded with those of a side who rest exactly at the tick's price. */
    Quantity tradedWith(Side side) {
        return side == Side.BUY ? tradedWithBuys : tradedWithSells;
    }

    /** Whether the market went through the limit of an order that rests there and is reached. */
    boolean isThrough(PaperOrder order) {
        return order.isBuy()
                ? passesBuys || order.limit().units() > low
                : passesSells || order.limit().units() < high;
    }

    /** The price at which an order that rests and is reached fills. */
    Price madeBy(PaperOrder order) {
        return improves ? new Price(order.isBuy() ? low : high) : order.limit();
    }
}
