package io.millrace.core.market;

import io.millrace.core.money.Money;
import java.util.List;

/**
 * What fills cost beside an instrument's two rates.
 *
 * @param perUnit fee per unit of quantity, in the quote currency; zero for none. It takes the place of the rates
 * @param minimum least fee of an order, in the quote currency; zero for none
 * @param tiers rates by the volume an account has traded, ascending by volume; empty for the instrument's own rates
 */
public record FeeSchedule(Money perUnit, Money minimum, List<Tier> tiers) {
    /**
     * Rates from a volume on.
     *
     * @param fromNotional notional the account has traded so far in the instrument, in the quote currency
     * @param takerFeeBps in 1/10,000 of the notional
     * @param makerFeeBps in 1/10,000 of the notional
     */
    public record Tier(Money fromNotional, long takerFeeBps, long makerFeeBps) {}

    public FeeSchedule {
        tiers = List.copyOf(tiers);
    }
}
