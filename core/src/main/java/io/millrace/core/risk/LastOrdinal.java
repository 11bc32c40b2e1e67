package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.OrderIntent;
import java.util.Objects;

/**
 * The highest ordinal taken from one strategy on one instrument.
 *
 * @param instrument null for commands to the whole account
 * @param arrivedNanos latest time of the intents that were taken as they arrived; null of those taken in event time, which
 *     have ordinals of their own
 */
public record LastOrdinal(String strategyId, InstrumentId instrument, long ordinal, Long arrivedNanos) {
    static LastOrdinal of(OrderIntent intent) {
        Long arrived = RiskAccount.isTakenOnArrival(intent) ? intent.eventTimeNanos() : null;
        return new LastOrdinal(intent.strategyId(), intent.instrument(), intent.ordinal(), arrived);
    }

    /** Whether both count the same intents. */
    boolean isOf(LastOrdinal other) {
        return strategyId.equals(other.strategyId)
                && Objects.equals(instrument, other.instrument)
                && (arrivedNanos == null) == (other.arrivedNanos == null);
    }

    /**
     * Whether an intent came before this one. Somebody whose ordinals start anew, after a loss of what counted them, is
     * told by his clock: what people want now, a halt among it, is never dropped for it.
     */
    boolean hasSeen(LastOrdinal next) {
        return next.ordinal <= ordinal && (arrivedNanos == null || next.arrivedNanos <= arrivedNanos);
    }

    /** After the next one was taken. */
    LastOrdinal and(LastOrdinal next) {
        return arrivedNanos == null
                ? next
                : new LastOrdinal(strategyId, instrument, next.ordinal, Math.max(arrivedNanos, next.arrivedNanos));
    }
}
