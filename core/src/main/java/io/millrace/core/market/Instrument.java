package io.millrace.core.market;

import io.millrace.core.money.Money;
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
 * @param minNotional smallest quantity × price of an order, null for no bound
 * @param maxNotional largest quantity × price of an order, null for no bound
 * @param initialMarginBps equity that a position needs to be opened, in 1/10,000 of its notional; 0 for none
 * @param maintenanceMarginBps equity that a position needs to be kept, in 1/10,000 of its notional; 0 for none
 * @param group what it shares exposure with, a sector for example; empty for none
 * @param calendar name of its trading calendar ({@link io.millrace.core.market.calendar.Calendars}), empty if it always
 *     trades
 * @param halted no orders are taken for it
 * @param fees what fills cost beside the two rates, null for the rates alone
 * @param funding what holding it costs, null for nothing
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
        long effectiveFromNanos,
        Money minNotional,
        Money maxNotional,
        long initialMarginBps,
        long maintenanceMarginBps,
        String group,
        String calendar,
        boolean halted,
        FeeSchedule fees,
        Funding funding) {

    /** An instrument that costs nothing to hold. */
    public Instrument(
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
            long effectiveFromNanos,
            Money minNotional,
            Money maxNotional,
            long initialMarginBps,
            long maintenanceMarginBps,
            String group,
            String calendar,
            boolean halted,
            FeeSchedule fees) {
        this(
                id,
                version,
                baseCurrency,
                quoteCurrency,
                tickSize,
                lotSize,
                minQuantity,
                maxQuantity,
                takerFeeBps,
                makerFeeBps,
                effectiveFromNanos,
                minNotional,
                maxNotional,
                initialMarginBps,
                maintenanceMarginBps,
                group,
                calendar,
                halted,
                fees,
                null);
    }

    /** An instrument that always trades, with two fee rates and without margin. */
    public Instrument(
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
            long effectiveFromNanos) {
        this(
                id,
                version,
                baseCurrency,
                quoteCurrency,
                tickSize,
                lotSize,
                minQuantity,
                maxQuantity,
                takerFeeBps,
                makerFeeBps,
                effectiveFromNanos,
                null,
                null,
                0,
                0,
                "",
                "",
                false,
                null);
    }
}
