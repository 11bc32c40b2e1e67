package io.millrace.core.execution;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import java.util.List;

/**
 * What the paper venue keeps of the accounts on an instrument.
 *
 * @param told the clock that each account with an order here was told last, by account
 * @param traded what accounts have traded here while the instrument's fees went by volume, by account
 */
public record PaperAccounts(InstrumentId instrument, List<Told> told, List<Traded> traded) {
    /** What an account was told last. */
    public record Told(String accountId, long nanos) {}

    /** The notional of an account's fills, in the quote currency. */
    public record Traded(String accountId, Money notional) {}
}
