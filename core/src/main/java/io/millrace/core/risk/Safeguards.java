package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Limits of one mode that need not be set. What is absent objects to nothing and is not in a decision.
 *
 * @param maxNetExposure |Σ position × mark|, with the open orders filled that make it largest; null for none
 * @param maxGroupExposure Σ |position × mark| over the instruments of the order's group, open orders filled; null for none
 * @param maxConcentrationBps the instrument's position × mark / equity in 1/10,000, open orders filled; null for none
 * @param maxNotionalOf largest position × mark of single instruments, open orders filled
 * @param maxCancelsPerMinute cancels let through within the last 60 s of event time, this one included; null for none
 * @param collarBps distance of an order's limit from the mark, or from the trigger that it waits for, in 1/10,000 of it; null for none
 * @param refusedQuality set of {@link io.millrace.core.market.QualityFlag}s that the mark must not have; 0 for none
 * @param refusesSelfTrade an order must not meet the account's own resting orders
 * @param warmUp how long the instrument's marks must have come, none later than {@link Limits#maxPriceAge} after the one
 *     before; null for none, at most {@link #LONGEST_WARM_UP}
 * @param reserveBps how much more than the mark or the trigger is held for an order without a limit price, in 1/10,000
 */
public record Safeguards(
        Money maxNetExposure,
        Money maxGroupExposure,
        Long maxConcentrationBps,
        SortedMap<InstrumentId, Money> maxNotionalOf,
        Integer maxCancelsPerMinute,
        Long collarBps,
        int refusedQuality,
        boolean refusesSelfTrade,
        Duration warmUp,
        long reserveBps) {
    /** Marks are remembered for so long. */
    public static final Duration LONGEST_WARM_UP = Duration.ofMinutes(15);

    public static final Safeguards NONE =
            new Safeguards(null, null, null, new TreeMap<>(), null, null, 0, false, null, 0);

    public Safeguards {
        maxNotionalOf = Collections.unmodifiableSortedMap(new TreeMap<>(maxNotionalOf));
    }
}
