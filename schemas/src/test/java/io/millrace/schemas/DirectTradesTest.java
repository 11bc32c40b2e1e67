package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The shortcut and Avro say the same of every trade and of every other row of bytes. */
final class DirectTradesTest {
    private static final Topic<Trade> THROUGH_AVRO = throughAvro();

    private final SchemaRegistry registry = new InMemoryRegistry();
    private final int id =
            registry.register(Topics.TRADES.subject(), Topics.TRADES.codec().schema());
    private final TopicSerde<Trade> direct = new TopicSerde<>(Topics.TRADES, registry);
    private final TopicSerde<Trade> avro = new TopicSerde<>(THROUGH_AVRO, registry);

    @Property
    void bothWriteTheSameBytesAndReadTheSameTrade(@ForAll("trades") Trade trade) {
        var bytes = avro.encode(trade);
        assertThat(direct.encode(trade)).isEqualTo(bytes);
        assertThat(direct.decode(bytes)).isEqualTo(avro.decode(bytes));
    }

    @Property
    void bothSayTheSameOfAnyBytes(@ForAll byte[] bytes) {
        expectTheSame(framed(bytes));
    }

    @Property
    void bothSayTheSameOfADamagedTrade(
            @ForAll("trades") Trade trade,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 10_000) Integer> places,
            @ForAll @Size(3) List<Byte> damage) {
        var bytes = avro.encode(trade);
        for (int i = 0; i < places.size(); i++) {
            bytes[WireFormat.FRAME_BYTES + places.get(i) % (bytes.length - WireFormat.FRAME_BYTES)] = damage.get(i);
        }
        expectTheSame(bytes);
    }

    @Property(tries = 100)
    void bothSayTheSameOfATradeThatIsTooShortOrTooLong(@ForAll("trades") Trade trade) {
        var bytes = avro.encode(trade);
        for (int length = WireFormat.FRAME_BYTES; length <= bytes.length + 2; length++) {
            expectTheSame(Arrays.copyOf(bytes, length));
        }
    }

    @Property
    void bothReadNumbersThatAreLongerThanTheyNeedToBe(
            @ForAll @IntRange(max = 11) int more, @ForAll @IntRange(max = 127) int last) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {6, 'A', '.', 'B'});
        for (int i = 0; i < more; i++) {
            bytes.write(0x82);
        }
        bytes.write(last);
        bytes.writeBytes(new byte[] {2, 2, 2, 2, 2, 0});
        expectTheSame(framed(bytes.toByteArray()));
    }

    @Example
    void bothReadSymbolsOfAnyIndex() {
        for (int code = 0; code < 256; code++) {
            expectTheSame(framed(new byte[] {6, 'A', '.', 'B', 2, 2, 2, 2, (byte) code, 2, 0}));
            expectTheSame(framed(new byte[] {6, 'A', '.', 'B', 2, 2, 2, 2, 0, (byte) code, 0}));
            expectTheSame(framed(new byte[] {6, 'A', '.', 'B', 2, 2, 2, 2, 0, (byte) code, 1, 0}));
        }
    }

    @Example
    void theShortcutDoesTheCommonCaseItself() {
        var codec = new DirectTrades(Topics.TRADES.codec().schema());
        var frame = Arrays.copyOf(avro.encode(Samples.TRADE), WireFormat.FRAME_BYTES);
        var bytes = codec.encode(frame, Samples.TRADE);
        assertThat(bytes).isEqualTo(avro.encode(Samples.TRADE));
        assertThat(codec.decode(bytes, WireFormat.FRAME_BYTES)).isEqualTo(Samples.TRADE);
    }

    @Example
    void aBustNeedsNoPriceAndEveryOtherTradeDoes() {
        for (long units : new long[] {-1, 0, 1}) {
            for (var action : TradeAction.values()) {
                var bytes = avro.encode(priced(units, action));
                expectTheSame(bytes);
                boolean valid = units > 0 || (units == 0 && action == TradeAction.BUST);
                assertThat(outcome(direct, bytes) instanceof Trade)
                        .as("%s at %d", action, units)
                        .isEqualTo(valid);
            }
        }
    }

    private static Trade priced(long units, TradeAction action) {
        var trade = Samples.TRADE;
        return new Trade(trade.instrument(), 1, 2, new Price(units), trade.quantity(), trade.aggressor(), action, 1);
    }

    @Example
    void theShortcutRefusesASchemaThatItDoesNotKnow() {
        assertThatThrownBy(() -> new DirectTrades(Topics.QUOTES.codec().schema()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bidPrice");
    }

    private void expectTheSame(byte[] bytes) {
        assertThat(outcome(direct, bytes)).isEqualTo(outcome(avro, bytes));
    }

    /** The trade, or why there is none. */
    private static Object outcome(TopicSerde<Trade> serde, byte[] bytes) {
        try {
            return serde.decode(bytes);
        } catch (UndecodableException e) {
            return e.code() + " " + e.getMessage();
        }
    }

    private byte[] framed(byte[] value) {
        var bytes = new byte[WireFormat.FRAME_BYTES + value.length];
        ByteBuffer.wrap(bytes).put(WireFormat.MAGIC).putInt(id).put(value);
        return bytes;
    }

    private static Topic<Trade> throughAvro() {
        var topic = Topics.TRADES;
        Codec<Trade> codec = new RecordCodec<>(
                topic.codec().schema(), io.millrace.avro.Trade.class, MarketCodecs::trade, MarketCodecs::trade);
        return new Topic<>(
                topic.name(),
                codec,
                topic.key(),
                topic.keyMeaning(),
                topic.spread(),
                topic.cleanup(),
                topic.retention(),
                topic.owner(),
                topic.description());
    }

    @Provide
    Arbitrary<Trade> trades() {
        var names = Arbitraries.oneOf(
                Arbitraries.strings().alpha().numeric().withChars("-/").ofMinLength(1),
                Arbitraries.strings().withChars("aé€\uD83D\uDE00\uD83D").ofMinLength(1));
        return Combinators.combine(
                        Combinators.combine(names, names).as(InstrumentId::new),
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        Arbitraries.longs().greaterOrEqual(1).map(Price::new),
                        Arbitraries.longs().greaterOrEqual(0).map(Quantity::new),
                        Arbitraries.of(AggressorSide.class),
                        Arbitraries.of(TradeAction.class),
                        Arbitraries.longs())
                .as(Trade::new);
    }
}
