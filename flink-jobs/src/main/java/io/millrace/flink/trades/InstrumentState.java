package io.millrace.flink.trades;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.market.TradeSequence;

/** What the first operator keeps for an instrument. */
public final class InstrumentState {
    public TradeSequence.State sequence = new TradeSequence.State();
    public BarTimeline.State timeline = new BarTimeline.State();

    public InstrumentState() {}
}
