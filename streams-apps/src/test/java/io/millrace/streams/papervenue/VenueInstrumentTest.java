package io.millrace.streams.papervenue;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.millrace.streams.state.AvroFormat;
import java.util.List;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class VenueInstrumentTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");

    private final AvroFormat<VenueInstrument> format = new AvroFormat<>(VenueInstrument.CODEC);

    @Test
    void readsBackATradeThatIsHeld() {
        var held = new Trade(BTC, 9, 8, Price.of("7"), Quantity.of("6"), AggressorSide.SELLER);
        assertThat(format.decode(format.encode(venue(held))).clocks()).isEqualTo(clocks(held));
        assertThat(format.decode(format.encode(venue(null))).clocks()).isEqualTo(clocks(null));
    }

    @Test
    void readsBackWhatItHasSeenAndTheQuotesThatWait() {
        var quote = new Quote(BTC, 5, 3, Price.of("99"), Quantity.of("2"), Price.of("100"), Quantity.of("1"));
        var lane = new MarketLane(new MarketTime(9, 8), 2, 4, new MarketEvent.Quoted(5, quote));
        var clocks = new PaperClocks(
                BTC, MarketLane.EMPTY, lane, 1, List.of(4L), new MarketSeen(Price.of("99.5"), quote, 0));
        var quotes = new TradeSequence.State();
        quotes.started = true;
        quotes.last = 3;

        var venue = format.decode(format.encode(new VenueInstrument(clocks, new TradeSequence.State(), quotes)));
        assertThat(venue.clocks()).isEqualTo(clocks);
        assertThat(venue.quotes().last).isEqualTo(3);
    }

    @Test
    void readsWhatWasStoredBeforeATradeCouldBeHeld() throws Exception {
        var earlier = SchemaBuilder.record("VenueInstrumentState")
                .namespace("io.millrace.streams.avro")
                .fields()
                .requiredString("instrument")
                .requiredLong("latestNanos")
                .requiredLong("overNanos")
                .requiredLong("matchedNanos")
                .name("riskNanos")
                .type()
                .array()
                .items()
                .longType()
                .noDefault()
                .requiredLong("firstEvent")
                .requiredLong("nextEvent")
                .requiredBoolean("traded")
                .requiredLong("lastSequence")
                .endRecord();
        var old = new GenericData.Record(earlier);
        old.put("instrument", BTC.toString());
        old.put("latestNanos", 3L);
        old.put("overNanos", 2L);
        old.put("matchedNanos", 1L);
        old.put("riskNanos", List.of(4L, 5L));
        old.put("firstEvent", 6L);
        old.put("nextEvent", 7L);
        old.put("traded", true);
        old.put("lastSequence", 8L);
        var bytes = new BinaryMessageEncoder<GenericData.Record>(new GenericData(), earlier)
                .encode(old)
                .array();

        var venue = format.decode(bytes);
        assertThat(venue.clocks()).isEqualTo(clocks(null));
        assertThat(venue.trades().last).isEqualTo(8);
    }

    private static VenueInstrument venue(Trade held) {
        return new VenueInstrument(clocks(held), new TradeSequence.State(), new TradeSequence.State());
    }

    private static PaperClocks clocks(Trade held) {
        var event = held == null ? null : new MarketEvent.Traded(held.eventTimeNanos(), held);
        return new PaperClocks(
                BTC,
                new MarketLane(new MarketTime(3, 2), 6, 7, event),
                MarketLane.EMPTY,
                1,
                List.of(4L, 5L),
                new MarketSeen(null, null, 0));
    }
}
