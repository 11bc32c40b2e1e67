package io.millrace.core.strategy;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Quantity;
import java.util.SortedMap;

/**
 * One version of a configured strategy.
 *
 * @param strategyId its name
 * @param version grows by one with every change
 * @param kind which rule: a name that {@link StrategyKind} knows ({@code rsi-reversal})
 * @param intervalNanos interval of the bars it sees
 * @param quantity of every order it wants
 * @param parameters by name; what is missing takes the rule's default
 * @param effectiveFromNanos event time from which on this version holds
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
        long effectiveFromNanos) {}
