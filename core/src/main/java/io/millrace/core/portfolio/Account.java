package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of an account.
 *
 * @param currency the currency of its cash ({@code USD})
 * @param deposit what was deposited in that currency, less withdrawals: negative once profit was withdrawn
 * @param policyId the risk policy that applies to it
 * @param version grows by one with every change
 * @param effectiveFromNanos event time from which on this version holds
 * @param type whether it may owe
 * @param positions whether opposite positions net
 * @param costs which cost a closed quantity takes with it
 * @param conversions by currency the instrument whose price turns it into the account's currency
 * @param modeOverride name of the trading mode that people set for this account alone, empty for the policy's mode
 * @param otherDeposits the same in other currencies
 */
public record Account(
        String accountId,
        long version,
        String currency,
        Money deposit,
        String policyId,
        long effectiveFromNanos,
        Type type,
        Positions positions,
        Costs costs,
        SortedMap<String, InstrumentId> conversions,
        String modeOverride,
        SortedMap<String, Money> otherDeposits) {

    /** Whether an account may owe. */
    public enum Type {
        /** It sells what it has and pays from its cash. */
        CASH,
        /** It may owe cash and instruments, within its margin. */
        MARGIN
    }

    /** Whether opposite positions net. */
    public enum Positions {
        /** One position per instrument. */
        NETTING,
        /** A long and a short position per instrument, side by side. */
        HEDGING
    }

    /** Which cost a closed quantity takes with it. */
    public enum Costs {
        /** Its proportion of the cost of all. */
        AVERAGE,
        /** That of the lots opened first. */
        FIFO
    }

    public Account {
        conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
        otherDeposits = Collections.unmodifiableSortedMap(new TreeMap<>(otherDeposits));
    }

    /** An account with deposits in its own currency alone. */
    public Account(
            String accountId,
            long version,
            String currency,
            Money deposit,
            String policyId,
            long effectiveFromNanos,
            Type type,
            Positions positions,
            Costs costs,
            SortedMap<String, InstrumentId> conversions,
            String modeOverride) {
        this(
                accountId,
                version,
                currency,
                deposit,
                policyId,
                effectiveFromNanos,
                type,
                positions,
                costs,
                conversions,
                modeOverride,
                new TreeMap<>());
    }

    /** The same account later, with other deposits. */
    public Account with(long nextVersion, long from, Money nextDeposit, SortedMap<String, Money> nextOthers) {
        return new Account(
                accountId,
                nextVersion,
                currency,
                nextDeposit,
                policyId,
                from,
                type,
                positions,
                costs,
                conversions,
                modeOverride,
                nextOthers);
    }

    /** A netting margin account in one currency, at average cost. */
    public Account(
            String accountId, long version, String currency, Money deposit, String policyId, long effectiveFromNanos) {
        this(
                accountId,
                version,
                currency,
                deposit,
                policyId,
                effectiveFromNanos,
                Type.MARGIN,
                Positions.NETTING,
                Costs.AVERAGE,
                new TreeMap<>(),
                "");
    }
}
