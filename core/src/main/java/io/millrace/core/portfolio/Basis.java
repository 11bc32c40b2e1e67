package io.millrace.core.portfolio;

import io.millrace.core.portfolio.Account.Costs;
import io.millrace.core.portfolio.Account.Positions;

/**
 * How an account's books are kept. Currency, positions and costs are those of the first version of the account that the
 * books have seen: what is held already keeps its meaning.
 *
 * @param currency the account's own; empty while no account was seen: then everything counts as the account's own
 */
public record Basis(String currency, Account.Type type, Positions positions, Costs costs) {
    /** Before an account was seen. */
    public static final Basis UNKNOWN = new Basis("", Account.Type.MARGIN, Positions.NETTING, Costs.AVERAGE);

    /**
     * As an account says.
     *
     * @param holds whether something is held already, which then stays a netting position at average cost
     */
    Basis of(Account account, boolean holds) {
        if (currency.isEmpty()) {
            return new Basis(
                    account.currency(),
                    account.type(),
                    holds ? positions : account.positions(),
                    holds ? costs : account.costs());
        }
        return type == account.type() ? this : new Basis(currency, account.type(), positions, costs);
    }

    /** A currency as books name it: empty for the account's own. */
    String named(String of) {
        return currency.isEmpty() || of.equals(currency) ? "" : of;
    }

    /** A balance's currency as people name it. */
    String named(Balance balance) {
        return balance.currency().isEmpty() ? currency : balance.currency();
    }
}
