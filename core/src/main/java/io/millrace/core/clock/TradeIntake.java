package io.millrace.core.clock;

import io.millrace.core.market.FutureGuard;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.market.TradeSequence;

/**
 * What every reader of an instrument's trades does before it counts them in bars: one that came before is dropped, one
 * behind a gap in the source's numbers is flagged, and one stamped too far ahead is held until it is confirmed or refuted.
 */
public final class TradeIntake {
    private final FutureGuard future;

    /** @param futureAfterNanos how far ahead of the instrument's clock a trade may be before it has to be confirmed */
    public TradeIntake(long futureAfterNanos) {
        future = new FutureGuard(futureAfterNanos);
    }

    /**
     * What the reader does with the trade at hand, and with the one it keeps because it is held.
     *
     * @param <E> what may go wrong where it keeps one
     */
    public interface Steps<E extends Exception> {
        /** The instrument's clock now, {@link Long#MIN_VALUE} before its first record. */
        long clockNanos();

        /**
         * It came before.
         *
         * @param lastSequence the highest number seen
         */
        void drop(long lastSequence);

        /** Numbers before its own are missing. */
        void gap(long missing);

        /**
         * It counts.
         *
         * @param quality what was seen on its arrival
         */
        void count(int quality) throws E;

        /** It has to be kept. */
        void hold() throws E;

        /** The one that is kept counts, and is kept no longer. */
        void countHeld(int quality) throws E;

        /** The one that is kept was stamped wrongly, and is kept no longer. */
        void refuseHeld() throws E;
    }

    /** Takes the next trade. */
    public <E extends Exception> void take(
            Trade trade, TradeSequence.State sequence, FutureGuard.State held, Steps<E> steps) throws E {
        long last = sequence.last;
        var verdict = TradeSequence.next(sequence, trade.sequence());
        if (verdict.isDuplicate()) {
            steps.drop(last);
            return;
        }
        int quality = 0;
        if (verdict.missing() > 0) {
            quality = QualityFlag.GAP.bit();
            steps.gap(verdict.missing());
        }
        if (trade.action() == TradeAction.NEW) {
            judge(trade, quality, held, steps);
        } else {
            // What takes back or corrects another trade has no place of its own in time.
            steps.count(quality);
        }
    }

    /** Takes a clock of the market. One that confirms the trade that is held comes behind it: else that would be late. */
    public <E extends Exception> void take(Clock clock, FutureGuard.State held, Steps<E> steps) throws E {
        if (future.isConfirmedBy(held, clock.timeNanos())) {
            release(held, steps);
        }
    }

    private <E extends Exception> void judge(Trade trade, int quality, FutureGuard.State held, Steps<E> steps)
            throws E {
        switch (future.trade(held, steps.clockNanos(), trade.eventTimeNanos(), quality)) {
            case TAKE -> steps.count(quality);
            case HOLD -> steps.hold();
            case CONFIRMED -> {
                release(held, steps);
                judge(trade, quality, held, steps);
            }
            case REFUTED -> {
                steps.refuseHeld();
                judge(trade, quality, held, steps);
            }
        }
    }

    private static <E extends Exception> void release(FutureGuard.State held, Steps<E> steps) throws E {
        steps.countHeld(held.heldQuality | QualityFlag.FUTURE.bit());
    }
}
