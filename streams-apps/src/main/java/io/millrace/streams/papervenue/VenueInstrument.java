package io.millrace.streams.papervenue;

import io.millrace.core.clock.MarketTime;
import io.millrace.core.execution.PaperClocks;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.TradeSequence;
import io.millrace.schemas.Codec;
import io.millrace.streams.avro.VenueInstrumentState;
import io.millrace.streams.state.StateCodec;
import java.util.List;

/**
 * What the venue keeps of an instrument beside orders and events.
 *
 * @param sequence the source's number of the latest trade, changed in place
 */
record VenueInstrument(PaperClocks clocks, TradeSequence.State sequence) {
    static final Codec<VenueInstrument> CODEC = StateCodec.of(
            VenueInstrumentState.getClassSchema(),
            VenueInstrumentState.class,
            VenueInstrument::toAvro,
            VenueInstrument::fromAvro);

    String name() {
        return clocks.instrument().toString();
    }

    private VenueInstrumentState toAvro() {
        return new VenueInstrumentState(
                name(),
                clocks.market().latestNanos(),
                clocks.market().overNanos(),
                clocks.matchedNanos(),
                clocks.riskNanos(),
                clocks.firstEvent(),
                clocks.nextEvent(),
                sequence.started,
                sequence.last);
    }

    private static VenueInstrument fromAvro(VenueInstrumentState state) {
        var sequence = new TradeSequence.State();
        sequence.started = state.getTraded();
        sequence.last = state.getLastSequence();
        return new VenueInstrument(
                new PaperClocks(
                        InstrumentId.of(state.getInstrument()),
                        new MarketTime(state.getLatestNanos(), state.getOverNanos()),
                        state.getMatchedNanos(),
                        List.copyOf(state.getRiskNanos()),
                        state.getFirstEvent(),
                        state.getNextEvent()),
                sequence);
    }
}
