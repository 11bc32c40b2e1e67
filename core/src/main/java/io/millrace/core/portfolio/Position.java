package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;

/**
 * A netting position.
 *
 * @param quantity negative if short
 * @param cost what the open quantity cost: Σ notional of its entries, negative if short; so the average price is cost /
 *     quantity and nothing is lost to rounding
 * @param realisedProfit of what was closed, before fees
 * @param fees paid on all fills
 */
public record Position(InstrumentId instrument, Quantity quantity, Money cost, Money realisedProfit, Money fees) {}
