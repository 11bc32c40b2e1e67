package io.millrace.core.strategy;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import io.millrace.core.sizing.Sizing;
import java.util.SortedMap;

/**
 * One version of a configured strategy.
 *
 * @param strategyId its name
 * @param version grows by one with every change
 * @param kind which rule: a name that {@link StrategyKind} knows ({@code rsi-reversal})
 * @param intervalNanos interval of the bars it sees
 * @param quantity of every order it wants; the most of it where it is sized
 * @param parameters by name; what is missing takes the rule's default
 * @param effectiveFromNanos event time from which on this version holds
 * @param cleanInputs set of {@link io.millrace.core.market.QualityFlag}s: on a bar with one of them it opens nothing; what
 *     it has it may still close
 * @param budget the largest notional of its positions and open orders together, in the account's currency; null for no
 *     bound
 * @param sizing how the quantity of its orders is made, with nothing measured yet; null where {@code quantity} stands
 */
public record StrategySpec(
        String strategyId,
        long version,
        String accountId,
        InstrumentId instrument,
        String kind,
        long intervalNanos,
        Quantity quantity,
        SortedMap<String, Double> parameters,
        boolean enabled,
        long effectiveFromNanos,
        int cleanInputs,
        Money budget,
        Sizing sizing) {
    /** A strategy that takes bars as they are. */
    public StrategySpec(
            String strategyId,
            long version,
            String accountId,
            InstrumentId instrument,
            String kind,
            long intervalNanos,
            Quantity quantity,
            SortedMap<String, Double> parameters,
            boolean enabled,
            long effectiveFromNanos) {
        this(
                strategyId,
                version,
                accountId,
                instrument,
                kind,
                intervalNanos,
                quantity,
                parameters,
                enabled,
                effectiveFromNanos,
                0,
                null,
                null);
    }

    /** Whether it opens nothing on a bar of that quality. */
    public boolean refuses(int quality) {
        return (quality & cleanInputs) != 0;
    }
}
