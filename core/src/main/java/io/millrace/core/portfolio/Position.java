package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;

/**
 * A netting position.
 *
 * @param quantity negative if short
 * @param cost what the open quantity cost: Σ notional of its entries, negative if short; so the average price is cost /
 *     quantity and nothing is lost to rounding
 * @param realisedProfit of what was closed, before fees
 * @param fees paid on all fills
 */
public record Position(InstrumentId instrument, Quantity quantity, Money cost, Money realisedProfit, Money fees) {
    public static Position flat(InstrumentId instrument) {
        return new Position(instrument, Quantity.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /**
     * The position after a fill. What it opens adds its notional to the cost; what it closes takes its proportion of
     * the cost, rounded half-even, and the rest of the cost stays. A fill through zero closes all and opens the rest.
     */
    public Position apply(ExecutionReport fill) {
        var traded = signed(fill.lastQuantity(), fill.side().sign());
        var paid =
                signed(fill.lastPrice().times(fill.lastQuantity()), fill.side().sign());
        var after = quantity.plus(traded);
        var feesAfter = fees.plus(fill.fee());
        if (quantity.signum() * traded.signum() >= 0) {
            return new Position(instrument, after, cost.plus(paid), realisedProfit, feesAfter);
        }
        if (after.signum() == traded.signum()) {
            var closing =
                    signed(fill.lastPrice().times(quantity.abs()), fill.side().sign());
            return new Position(
                    instrument,
                    after,
                    paid.minus(closing),
                    realisedProfit.minus(closing).minus(cost),
                    feesAfter);
        }
        var closedCost = cost.proportion(traded.abs(), quantity.abs());
        return new Position(
                instrument,
                after,
                cost.minus(closedCost),
                realisedProfit.minus(paid).minus(closedCost),
                feesAfter);
    }

    /** What the position is worth at a price; negative if short. */
    public Money valueAt(Price mark) {
        return mark.times(quantity);
    }

    /** The average price of the open quantity, null if flat. */
    public Price averagePrice() {
        return quantity.isZero() ? null : cost.per(quantity);
    }

    private static Quantity signed(Quantity quantity, int sign) {
        return sign < 0 ? quantity.negate() : quantity;
    }

    private static Money signed(Money money, int sign) {
        return sign < 0 ? money.negate() : money;
    }
}
