package io.millrace.core.execution;

import io.millrace.core.market.Instrument;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Liquidity;

/**
 * What a venue charges for a fill, rounded half-even to 1e-8: the instrument's rate for the fill's liquidity on its
 * notional; the rate of the tier that the account's volume has reached; or an amount per unit. Where an order costs a
 * minimum, its first fill is charged that much, and later fills only what exceeds it.
 */
final class FeeModel {
    private FeeModel() {}

    /**
     * What a fill costs.
     *
     * @param charged with the fill
     * @param due by the rates, the minimum aside
     */
    record Fee(Money charged, Money due) {}

    /**
     * The fee of a fill.
     *
     * @param order before the fill
     * @param tradedBefore notional that the account traded before, while fees went by volume
     */
    static Fee of(
            Instrument instrument,
            PaperOrder order,
            Quantity quantity,
            Price price,
            Liquidity liquidity,
            Money tradedBefore) {
        var fees = instrument.fees();
        if (fees == null) {
            var fee = price.times(quantity).bps(rate(liquidity, instrument.takerFeeBps(), instrument.makerFeeBps()));
            return new Fee(fee, fee);
        }
        var due = fees.perUnit().units() > 0
                ? new Price(fees.perUnit().units()).times(quantity)
                : price.times(quantity).bps(tierRate(instrument, liquidity, tradedBefore));
        var before = order.filled().isPositive() ? order.fees().max(fees.minimum()) : Money.ZERO;
        return new Fee(order.fees().plus(due).max(fees.minimum()).minus(before), due);
    }

    /** Whether what an account trades has to be remembered. */
    static boolean goesByVolume(Instrument instrument) {
        return instrument.fees() != null && !instrument.fees().tiers().isEmpty();
    }

    private static long tierRate(Instrument instrument, Liquidity liquidity, Money traded) {
        long rate = rate(liquidity, instrument.takerFeeBps(), instrument.makerFeeBps());
        for (var tier : instrument.fees().tiers()) {
            if (traded.compareTo(tier.fromNotional()) >= 0) {
                rate = rate(liquidity, tier.takerFeeBps(), tier.makerFeeBps());
            }
        }
        return rate;
    }

    private static long rate(Liquidity liquidity, long taker, long maker) {
        return liquidity == Liquidity.TAKER ? taker : maker;
    }
}
