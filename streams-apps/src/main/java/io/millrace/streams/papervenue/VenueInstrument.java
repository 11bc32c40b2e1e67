package io.millrace.streams.papervenue;

import io.millrace.core.clock.MarketTime;
import io.millrace.core.execution.MarketEvent;
import io.millrace.core.execution.MarketLane;
import io.millrace.core.execution.MarketSeen;
import io.millrace.core.execution.PaperClocks;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeSequence;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.schemas.Codec;
import io.millrace.streams.avro.HeldTradeState;
import io.millrace.streams.avro.QuoteLaneState;
import io.millrace.streams.avro.SeenQuoteState;
import io.millrace.streams.avro.VenueInstrumentState;
import io.millrace.streams.state.StateCodec;
import java.util.List;

/**
 * What the venue keeps of an instrument beside orders and events.
 *
 * @param trades the source's number of the latest trade; a copy
 * @param quotes the source's number of the latest quote; a copy
 */
record VenueInstrument(PaperClocks clocks, TradeSequence.State trades, TradeSequence.State quotes) {
    static final Codec<VenueInstrument> CODEC = StateCodec.of(
            VenueInstrumentState.getClassSchema(),
            VenueInstrumentState.class,
            VenueInstrument::toAvro,
            VenueInstrument::fromAvro);

    VenueInstrument {
        trades = sequence(trades.started, trades.last);
        quotes = sequence(quotes.started, quotes.last);
    }

    /** Of an instrument of which nothing has come yet. */
    static VenueInstrument first(PaperClocks clocks) {
        return new VenueInstrument(clocks, sequence(false, 0), sequence(false, 0));
    }

    VenueInstrument at(PaperClocks next) {
        return new VenueInstrument(next, trades, quotes);
    }

    String name() {
        return clocks.instrument().toString();
    }

    private VenueInstrumentState toAvro() {
        var prints = clocks.prints();
        var seen = clocks.seen();
        return new VenueInstrumentState(
                name(),
                prints.time().latestNanos(),
                prints.time().overNanos(),
                clocks.matchedNanos(),
                clocks.riskNanos(),
                prints.firstEvent(),
                prints.nextEvent(),
                trades.started,
                trades.last,
                prints.held() instanceof MarketEvent.Traded held ? toAvro(held.trade()) : null,
                seen.last() == null ? null : seen.last().units(),
                seen.quote() == null ? null : toAvro(seen.quote()),
                clocks.quotes().equals(MarketLane.EMPTY) ? null : toAvro(clocks.quotes()));
    }

    private QuoteLaneState toAvro(MarketLane lane) {
        return new QuoteLaneState(
                lane.time().latestNanos(),
                lane.time().overNanos(),
                lane.firstEvent(),
                lane.nextEvent(),
                quotes.started,
                quotes.last,
                lane.held() instanceof MarketEvent.Quoted held ? toAvro(held.quote()) : null);
    }

    private static VenueInstrument fromAvro(VenueInstrumentState state) {
        var id = InstrumentId.of(state.getInstrument());
        var lane = state.getQuotes();
        var last = state.getLastPrice() == null ? null : new Price(state.getLastPrice());
        return new VenueInstrument(
                new PaperClocks(
                        id,
                        new MarketLane(
                                new MarketTime(state.getLatestNanos(), state.getOverNanos()),
                                state.getFirstEvent(),
                                state.getNextEvent(),
                                fromAvro(id, state.getHeld())),
                        lane == null ? MarketLane.EMPTY : fromAvro(id, lane),
                        state.getMatchedNanos(),
                        List.copyOf(state.getRiskNanos()),
                        new MarketSeen(last, fromAvro(id, state.getLastQuote()), 0)),
                sequence(state.getTraded(), state.getLastSequence()),
                lane == null ? sequence(false, 0) : sequence(lane.getQuoted(), lane.getLastSequence()));
    }

    private static MarketLane fromAvro(InstrumentId instrument, QuoteLaneState lane) {
        var held = fromAvro(instrument, lane.getHeld());
        return new MarketLane(
                new MarketTime(lane.getLatestNanos(), lane.getOverNanos()),
                lane.getFirstEvent(),
                lane.getNextEvent(),
                held == null ? null : new MarketEvent.Quoted(held.eventTimeNanos(), held));
    }

    private static TradeSequence.State sequence(boolean started, long last) {
        var sequence = new TradeSequence.State();
        sequence.started = started;
        sequence.last = last;
        return sequence;
    }

    private static HeldTradeState toAvro(Trade held) {
        return new HeldTradeState(
                held.eventTimeNanos(),
                held.sequence(),
                held.price().units(),
                held.quantity().units(),
                held.aggressor().name());
    }

    private static MarketEvent fromAvro(InstrumentId instrument, HeldTradeState held) {
        return held == null
                ? null
                : new MarketEvent.Traded(
                        held.getEventTimeNanos(),
                        new Trade(
                                instrument,
                                held.getEventTimeNanos(),
                                held.getSequence(),
                                new Price(held.getPrice()),
                                new Quantity(held.getQuantity()),
                                AggressorSide.valueOf(held.getAggressor())));
    }

    private static SeenQuoteState toAvro(Quote quote) {
        return new SeenQuoteState(
                quote.eventTimeNanos(),
                quote.sequence(),
                quote.bidPrice().units(),
                quote.bidQuantity().units(),
                quote.askPrice().units(),
                quote.askQuantity().units());
    }

    private static Quote fromAvro(InstrumentId instrument, SeenQuoteState quote) {
        return quote == null
                ? null
                : new Quote(
                        instrument,
                        quote.getEventTimeNanos(),
                        quote.getSequence(),
                        new Price(quote.getBidPrice()),
                        new Quantity(quote.getBidQuantity()),
                        new Price(quote.getAskPrice()),
                        new Quantity(quote.getAskQuantity()));
    }
}
