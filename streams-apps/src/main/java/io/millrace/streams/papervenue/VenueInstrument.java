package io.millrace.streams.papervenue;

import io.millrace.core.clock.MarketTime;
import io.millrace.core.execution.PaperClocks;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeSequence;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.schemas.Codec;
import io.millrace.streams.avro.HeldTradeState;
import io.millrace.streams.avro.VenueInstrumentState;
import io.millrace.streams.state.StateCodec;
import java.util.List;
import org.apache.avro.Schema;

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

    /** What was stored before a trade could be held. */
    static final Schema WITHOUT_HELD = withoutHeld();

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
                sequence.last,
                toAvro(clocks.held()));
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
                        state.getNextEvent(),
                        fromAvro(state.getInstrument(), state.getHeld())),
                sequence);
    }

    private static HeldTradeState toAvro(Trade held) {
        return held == null
                ? null
                : new HeldTradeState(
                        held.eventTimeNanos(),
                        held.sequence(),
                        held.price().units(),
                        held.quantity().units(),
                        held.aggressor().name());
    }

    private static Trade fromAvro(String instrument, HeldTradeState held) {
        return held == null
                ? null
                : new Trade(
                        InstrumentId.of(instrument),
                        held.getEventTimeNanos(),
                        held.getSequence(),
                        new Price(held.getPrice()),
                        new Quantity(held.getQuantity()),
                        AggressorSide.valueOf(held.getAggressor()));
    }

    private static Schema withoutHeld() {
        var now = VenueInstrumentState.getClassSchema();
        var fields = now.getFields().stream()
                .filter(field -> !field.name().equals("held"))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(now.getName(), now.getDoc(), now.getNamespace(), false, fields);
    }
}
