package io.millrace.flink.trades;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.market.FutureGuard;
import io.millrace.core.market.TradeSequence;
import io.millrace.core.quality.QualityTally;

/** What the first operator keeps for an instrument and needs for every trade. */
public final class InstrumentState {
    public TradeSequence.State sequence = new TradeSequence.State();
    public BarTimeline.State timeline = new BarTimeline.State();
    public FutureGuard.State future = new FutureGuard.State();
    public QualityTally.State tally = new QualityTally.State();

    public InstrumentState() {}
}
