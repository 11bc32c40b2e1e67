package io.millrace.core.market;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * One version of an instrument's trading rules.
 *
 * @param version grows by one with every change
 * @param tickSize every order price is a multiple of it
 * @param lotSize every order quantity is a multiple of it
 * @param takerFeeBps fee of a fill that takes liquidity, in 1/10,000 of its notional
 * @param makerFeeBps fee of a fill that made liquidity, in 1/10,000 of its notional
 * @param effectiveFromNanos event time from which on this version holds
 */
public record Instrument(
        InstrumentId id,
        long version,
        String baseCurrency,
        String quoteCurrency,
        Price tickSize,
        Quantity lotSize,
        Quantity minQuantity,
        Quantity maxQuantity,
        long takerFeeBps,
        long makerFeeBps,
        long effectiveFromNanos) {}
