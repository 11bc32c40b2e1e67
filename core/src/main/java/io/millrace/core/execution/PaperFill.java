package io.millrace.core.execution;

import io.millrace.core.execution.FeeModel.Liquidity;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;

/**
 * What a market event does to an open paper order.
 *
 * <ul>
 *   <li>A market order fills whole at the first event, at its price made worse by slippage.
 *   <li>A limit order fills whole at the first event at or through its limit. If that is the first event since it
 *       arrived, it takes: at the event's price made worse by slippage, but never worse than its limit. Else it rested
 *       and makes: at its limit, which the market has reached.
 *   <li>An order that is good for the first chance only (IOC) expires at the first event if it does not fill.
 * </ul>
 *
 * The order's size moves nothing: paper does not know the depth of the book.
 */
sealed interface PaperFill {
    record Filled(Price price, Money fee) implements PaperFill {}

    record Expired(String reason) implements PaperFill {}

    record Rests() implements PaperFill {}

    /**
     * What the event does to the order.
     *
     * @param instrument its rules at the event's time, null if there are none
     */
    static PaperFill of(PaperOrder order, Trade event, Instrument instrument, SlippageModel slippage) {
        var terms = order.command().terms();
        boolean reached = terms.type() == OrderType.MARKET
                || terms.side().sign() * Long.signum(event.price().compareTo(terms.limitPrice())) <= 0;
        if (!reached) {
            return terms.timeInForce() == TimeInForce.IOC ? new Expired("") : new Rests();
        }
        if (instrument == null) {
            return new Expired("UNKNOWN_INSTRUMENT");
        }
        try {
            var taken = slippage.on(terms.side(), event.price());
            var price = terms.type() == OrderType.MARKET
                    ? taken
                    : order.rested() ? terms.limitPrice() : within(terms.limitPrice(), terms.side(), taken);
            var notional = price.times(terms.quantity());
            boolean takes = terms.type() == OrderType.MARKET || !order.rested();
            return new Filled(price, FeeModel.of(instrument, takes ? Liquidity.TAKER : Liquidity.MAKER, notional));
        } catch (ArithmeticException tooLarge) {
            return new Expired("NOTIONAL_TOO_LARGE");
        }
    }

    private static Price within(Price limit, Side side, Price price) {
        return side.sign() * Long.signum(price.compareTo(limit)) <= 0 ? price : limit;
    }
}
