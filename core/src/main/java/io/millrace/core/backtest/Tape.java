package io.millrace.core.backtest;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.clock.Clock;
import io.millrace.core.clock.TradeIntake;
import io.millrace.core.market.FutureGuard;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Retention;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeSequence;

/** The trades of one instrument on their way into bars. */
final class Tape implements TradeIntake.Steps<RuntimeException> {
    private final BarTimeline timeline;
    private final TradeIntake intake;
    private final Retention retention;
    private final BarTimeline.Output bars;
    private final BacktestOutput output;
    private final TradeSequence.State sequence = new TradeSequence.State();
    private final FutureGuard.State future = new FutureGuard.State();
    private final BarTimeline.State state = new BarTimeline.State();
    private Trade atHand;
    /** A trade that has to be confirmed by another. */
    private Trade held;

    Tape(
            BarTimeline timeline,
            TradeIntake intake,
            Retention retention,
            BarTimeline.Output bars,
            BacktestOutput output) {
        this.timeline = timeline;
        this.intake = intake;
        this.retention = retention;
        this.bars = bars;
        this.output = output;
    }

    void trade(Trade trade) {
        atHand = trade;
        intake.take(trade, sequence, future, this);
    }

    void clock(Clock clock) {
        intake.take(clock, future, this);
        timeline.advance(state, clock, retention, bars);
    }

    @Override
    public long clockNanos() {
        return timeline.clockNanos(state);
    }

    @Override
    public void drop(long lastSequence) {
        timeline.flag(state, atHand.eventTimeNanos(), QualityFlag.DUPLICATE);
    }

    @Override
    public void gap(long missing) {}

    @Override
    public void count(int quality) {
        count(atHand, quality);
    }

    @Override
    public void hold() {
        held = atHand;
    }

    @Override
    public void countHeld(int quality) {
        count(held, quality);
    }

    @Override
    public void refuseHeld() {
        output.refused(held, BacktestOutput.Refusal.FUTURE);
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
