package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.portfolio.Account.Costs;

/**
 * What an account holds of an instrument.
 *
 * @param side {@link PositionSide#NET} in a netting account
 * @param currency of all its amounts, empty for the account's own
 * @param quantity negative if short
 * @param cost what the open quantity cost: Σ notional of its entries, negative if short; so the average price is cost /
 *     quantity and nothing is lost to rounding
 * @param realisedProfit of what was closed, before fees
 * @param fees paid on all fills
 * @param funding received for holding it, negative if paid
 * @param lots what the open quantity consists of, of an account that takes the costs of the first lots first; none at
 *     average cost
 */
public record Position(
        InstrumentId instrument,
        PositionSide side,
        String currency,
        Quantity quantity,
        Money cost,
        Money realisedProfit,
        Money fees,
        Money funding,
        Lots lots) {

    /** A netting position at average cost in the account's own currency. */
    public Position(InstrumentId instrument, Quantity quantity, Money cost, Money realisedProfit, Money fees) {
        this(instrument, PositionSide.NET, "", quantity, cost, realisedProfit, fees, Money.ZERO, Lots.NONE);
    }

    public static Position flat(InstrumentId instrument) {
        return flat(instrument, PositionSide.NET, "");
    }

    static Position flat(InstrumentId instrument, PositionSide side, String currency) {
        return new Position(
                instrument, side, currency, Quantity.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Lots.NONE);
    }

    /**
     * The position after a trade. What it opens adds its notional to the cost; what it closes takes its part of the cost
     * with it: at average cost its proportion, rounded half-even, of lots the whole lots and a proportion of the last.
     * The rest of the cost stays, so nothing is lost. A trade through zero closes all and opens the rest.
     */
    Position apply(Trade trade, Costs costs) {
        var after = quantity.plus(trade.quantity());
        if (quantity.signum() * trade.quantity().signum() >= 0) {
            return opened(trade.quantity(), trade.notional(), trade.fee(), trade.nanos(), costs);
        }
        if (after.signum() != trade.quantity().signum()) {
            return closed(trade.quantity(), trade.notional(), trade.fee(), costs);
        }
        var closing = trade.price().times(quantity).negate();
        return closed(quantity.negate(), closing, trade.fee(), costs)
                .opened(after, trade.notional().minus(closing), Money.ZERO, trade.nanos(), costs);
    }

    /** After a payment for holding it, negative if it was paid. */
    Position funded(Money received) {
        return new Position(
                instrument, side, currency, quantity, cost, realisedProfit, fees, funding.plus(received), lots);
    }

    /** What the position is worth at a price; negative if short. */
    public Money valueAt(Price mark) {
        return mark.times(quantity);
    }

    /** The average price of the open quantity, null if flat. */
    public Price averagePrice() {
        return quantity.isZero() ? null : cost.per(quantity);
    }

    /** Whether it is the position of that instrument and side. */
    boolean is(InstrumentId ofInstrument, PositionSide ofSide) {
        return side == ofSide && instrument.equals(ofInstrument);
    }

    private Position opened(Quantity traded, Money notional, Money fee, long nanos, Costs costs) {
        return with(
                quantity.plus(traded),
                cost.plus(notional),
                realisedProfit,
                fees.plus(fee),
                costs == Costs.FIFO ? lots.plus(new Lot(nanos, traded, notional)) : Lots.NONE);
    }

    private Position closed(Quantity traded, Money notional, Money fee, Costs costs) {
        var closed = costs == Costs.FIFO
                ? lots.close(traded.negate())
                : new Lots.Closed(cost.proportion(traded.negate(), quantity), Lots.NONE);
        return with(
                quantity.plus(traded),
                cost.minus(closed.cost()),
                realisedProfit.minus(notional).minus(closed.cost()),
                fees.plus(fee),
                closed.left());
    }

    private Position with(Quantity after, Money costAfter, Money realised, Money feesAfter, Lots lotsAfter) {
        return new Position(instrument, side, currency, after, costAfter, realised, feesAfter, funding, lotsAfter);
    }
}
