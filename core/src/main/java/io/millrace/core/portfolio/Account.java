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
 * @param deposit its starting cash
 * @param policyId the risk policy that applies to it
 * @param version grows by one with every change
 * @param effectiveFromNanos event time from which on this version holds
 * @param type whether it may owe
 * @param positions whether opposite positions net
 * @param costs which cost a closed quantity takes with it
 * @param conversions by currency the instrument whose price turns it into the account's currency
 * @param modeOverride name of the trading mode that people set for this account alone, empty for the policy's mode
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
        String modeOverride) {

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
