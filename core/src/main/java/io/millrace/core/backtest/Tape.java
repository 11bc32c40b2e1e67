package io.millrace.core.backtest;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.clock.Clock;
import io.millrace.core.market.FutureGuard;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Retention;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.market.TradeSequence;

/** The trades of one instrument on their way into bars: what the first operator of every job does with them. */
final class Tape {
    private final BarTimeline timeline;
    private final FutureGuard future;
    private final Retention retention;
    private final BarTimeline.Output bars;
    private final BacktestOutput output;
    private final TradeSequence.State sequence = new TradeSequence.State();
    private final FutureGuard.State guarded = new FutureGuard.State();
    private final BarTimeline.State state = new BarTimeline.State();
    /** A trade that has to be confirmed by another. */
    private Trade held;

    Tape(
            BarTimeline timeline,
            FutureGuard future,
            Retention retention,
            BarTimeline.Output bars,
            BacktestOutput output) {
        this.timeline = timeline;
        this.future = future;
        this.retention = retention;
        this.bars = bars;
        this.output = output;
    }

    /** False for a trade that came before. */
    boolean trade(Trade trade) {
        var verdict = TradeSequence.next(sequence, trade.sequence());
        if (verdict.isDuplicate()) {
            timeline.flag(state, trade.eventTimeNanos(), QualityFlag.DUPLICATE);
            return false;
        }
        take(trade, verdict.missing() == 0 ? 0 : QualityFlag.GAP.bit());
        return true;
    }

    void clock(Clock clock) {
        if (future.isConfirmedBy(guarded, clock.timeNanos())) {
            release();
        }
        timeline.advance(state, clock, retention, bars);
    }

    private void take(Trade trade, int quality) {
        if (trade.action() != TradeAction.NEW) {
            count(trade, quality);
            return;
        }
        switch (future.trade(guarded, timeline.clockNanos(state), trade.eventTimeNanos(), quality)) {
            case TAKE -> count(trade, quality);
            case HOLD -> held = trade;
            case CONFIRMED -> {
                release();
                take(trade, quality);
            }
            case REFUTED -> {
                output.refused(held, BacktestOutput.Refusal.FUTURE);
                held = null;
                take(trade, quality);
            }
        }
    }

    private void release() {
        var trade = held;
        held = null;
        count(trade, guarded.heldQuality | QualityFlag.FUTURE.bit());
    }

    private void count(Trade trade, int quality) {
        switch (timeline.add(state, trade, quality, retention, bars)) {
            case ADDED, IGNORED, RESTATED -> {}
            case LATE -> output.refused(trade, BacktestOutput.Refusal.LATE);
            case UNKNOWN -> output.refused(trade, BacktestOutput.Refusal.UNKNOWN);
            case INVALID -> output.refused(trade, BacktestOutput.Refusal.INVALID);
            case OVERFLOW -> output.refused(trade, BacktestOutput.Refusal.OVERFLOW);
        }
    }
}
