package io.millrace.streams.papervenue;

import io.millrace.core.execution.MarketEvent;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.streams.avro.MarketEventState;
import io.millrace.streams.avro.MarketEventsState;
import io.millrace.streams.avro.QuoteEventState;
import io.millrace.streams.avro.QuoteEventsState;
import io.millrace.streams.state.GrowingBlock;
import io.millrace.streams.state.StateReader;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** How blocks of one kind of market event are written and read. */
final class EventBlockFormat {
    private final GrowingBlock.Shape shape;
    private final Function<MarketEvent, SpecificRecord> toAvro;
    private final Function<byte[], List<MarketEvent>> reader;

    private EventBlockFormat(
            GrowingBlock.Shape shape,
            Function<MarketEvent, SpecificRecord> toAvro,
            Function<byte[], List<MarketEvent>> reader) {
        this.shape = shape;
        this.toAvro = toAvro;
        this.reader = reader;
    }

    static EventBlockFormat ofTrades() {
        var blocks = new StateReader<>(MarketEventsState.class, MarketEventsState.getClassSchema());
        return new EventBlockFormat(
                new GrowingBlock.Shape(MarketEventsState.getClassSchema()),
                event -> toAvro(((MarketEvent.Traded) event)),
                bytes -> trades(blocks.read(bytes)));
    }

    static EventBlockFormat ofQuotes() {
        var blocks = new StateReader<>(QuoteEventsState.class, QuoteEventsState.getClassSchema());
        return new EventBlockFormat(
                new GrowingBlock.Shape(QuoteEventsState.getClassSchema()),
                event -> toAvro(((MarketEvent.Quoted) event)),
                bytes -> quotes(blocks.read(bytes)));
    }

    GrowingBlock block(String instrument) {
        return new GrowingBlock(shape, instrument);
    }

    SpecificRecord item(MarketEvent event) {
        return toAvro.apply(event);
    }

    /** The events of a block, none if there is no block. */
    List<MarketEvent> read(byte[] block) {
        return block == null ? List.of() : reader.apply(block);
    }

    private static MarketEventState toAvro(MarketEvent.Traded event) {
        var trade = event.trade();
        return new MarketEventState(
                event.timeNanos(),
                trade.eventTimeNanos(),
                trade.sequence(),
                trade.price().units(),
                trade.quantity().units(),
                trade.aggressor().name());
    }

    private static List<MarketEvent> trades(MarketEventsState block) {
        var instrument = InstrumentId.of(block.getInstrument());
        return block.getEvents().stream()
                .<MarketEvent>map(event -> new MarketEvent.Traded(
                        event.getTimeNanos(),
                        new Trade(
                                instrument,
                                event.getEventTimeNanos(),
                                event.getSequence(),
                                new Price(event.getPrice()),
                                new Quantity(event.getQuantity()),
                                AggressorSide.valueOf(event.getAggressor()))))
                .toList();
    }

    private static QuoteEventState toAvro(MarketEvent.Quoted event) {
        var quote = event.quote();
        return new QuoteEventState(
                event.timeNanos(),
                quote.eventTimeNanos(),
                quote.sequence(),
                quote.bidPrice().units(),
                quote.bidQuantity().units(),
                quote.askPrice().units(),
                quote.askQuantity().units());
    }

    private static List<MarketEvent> quotes(QuoteEventsState block) {
        var instrument = InstrumentId.of(block.getInstrument());
        return block.getEvents().stream()
                .<MarketEvent>map(event -> new MarketEvent.Quoted(
                        event.getTimeNanos(),
                        new Quote(
                                instrument,
                                event.getEventTimeNanos(),
                                event.getSequence(),
                                new Price(event.getBidPrice()),
                                new Quantity(event.getBidQuantity()),
                                new Price(event.getAskPrice()),
                                new Quantity(event.getAskQuantity()))))
                .toList();
    }
}
