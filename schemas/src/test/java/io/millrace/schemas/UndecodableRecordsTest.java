package io.millrace.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Trade;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.schemas.UndecodableException.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

final class UndecodableRecordsTest {
    private final SchemaRegistry registry = new InMemoryRegistry();
    private final TopicSerde<Trade> trades = provisioned(Topics.TRADES);

    @Test
    void bytesWithoutTheFrameAreNotOurs() {
        expect(Code.NOT_CONFLUENT_FRAMED, "at least 5 bytes, was 0", trades, new byte[0]);
        expect(Code.NOT_CONFLUENT_FRAMED, "at least 5 bytes, was 4", trades, new byte[] {0, 0, 0, 1});
        expect(Code.NOT_CONFLUENT_FRAMED, "first byte is 0, was 123", trades, "{\"price\":1}".getBytes(UTF_8));
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsNamed() {
        expect(Code.UNKNOWN_SCHEMA_ID, "schema id 77", trades, new byte[] {0, 0, 0, 0, 77, 1, 2, 3});
        expect(Code.UNKNOWN_SCHEMA_ID, "schema id -1", trades, new byte[] {0, -1, -1, -1, -1, 1, 2, 3});
    }

    @Test
    void aRecordMayNotEndTooEarlyNorTooLate() {
        var whole = trades.encode(Samples.TRADE);
        for (int length = WireFormat.FRAME_BYTES; length < whole.length; length++) {
            expect(Code.MALFORMED_AVRO, "schema id 1", trades, Arrays.copyOf(whole, length));
        }
        expect(Code.MALFORMED_AVRO, "more bytes", trades, Arrays.copyOf(whole, whole.length + 1));
        assertThat(trades.decode(whole)).isEqualTo(Samples.TRADE);
    }

    @Test
    void aRecordOfAnotherTopicIsNotTakenForOne() {
        expect(Code.MALFORMED_AVRO, "Bar", trades, provisioned(Topics.BARS).encode(Samples.BAR));
    }

    @Test
    void aLengthThatNobodyHasMemoryForIsNotBelieved() {
        // a string of 2^30 bytes
        expect(Code.MALFORMED_AVRO, "schema id 1", trades, framed(1, new byte[] {-128, -128, -128, -128, 8, 65}));
        var features = provisioned(Topics.FEATURES);
        var whole = features.encode(Samples.FEATURES);
        // the map's block count, one, becomes 2^30
        int at = whole.length - 1 - 8 - "return".length() - 1 - 1;
        var grown = ByteBuffer.allocate(whole.length + 4)
                .put(whole, 0, at)
                .put(new byte[] {-128, -128, -128, -128, 8})
                .put(whole, at + 1, whole.length - at - 1)
                .array();
        expect(Code.MALFORMED_AVRO, "schema id 2", features, grown);
    }

    @Test
    void aSymbolOfALaterVersionIsUnknownAndATradesSideMayBe() throws IOException {
        var later = withSymbol(Topics.TRADES, "SELLER", "AUCTION");
        var trade = generic(later, trades.encode(Samples.TRADE));
        trade.put(
                "aggressor",
                new GenericData.EnumSymbol(later.getField("aggressor").schema(), "AUCTION"));
        assertThat(trades.decode(binary(later, Topics.TRADES, trade)).aggressor())
                .isEqualTo(AggressorSide.UNKNOWN);
    }

    @Test
    void aSymbolOfALaterVersionIsRefusedWhereItDecides() throws IOException {
        var commands = provisioned(Topics.VENUE_COMMANDS);
        var later = withSymbol(Topics.VENUE_COMMANDS, "RESUME", "DEFER");
        var command = generic(later, commands.encode(Samples.VENUE_COMMAND));
        command.put(
                "action", new GenericData.EnumSymbol(later.getField("action").schema(), "DEFER"));
        expect(Code.UNKNOWN_SYMBOL, "Action is UNKNOWN", commands, binary(later, Topics.VENUE_COMMANDS, command));
    }

    @Test
    void aValueThatCannotBeIsNamedWithWhatWasExpected() {
        var avro = (io.millrace.avro.Trade) Topics.TRADES.codec().toAvro(Samples.TRADE);
        avro.setPrice(-150_000_000);
        var failure = catchThrowableOfType(
                UndecodableException.class, () -> Topics.TRADES.codec().fromAvro(avro));
        assertThat(failure.code()).isEqualTo(Code.INVALID_VALUE);
        assertThat(failure).hasMessage("price must be > 0, was -1.5");
    }

    @Test
    void aRecordThatFailedHalfwayLeavesNothingBehind() {
        var intents = provisioned(Topics.INTENTS);
        var expected = intents.encode(Samples.CANCEL);
        var withoutReason = new OrderIntent(
                "intent-3",
                Action.SUBMIT,
                "rsi",
                3,
                "alice",
                Samples.BITCOIN,
                9,
                Samples.TIME,
                Ordering.EVENT_TIME,
                Samples.MARKET,
                null,
                null);
        assertThat(catchThrowableOfType(NullPointerException.class, () -> intents.encode(withoutReason)))
                .hasMessageContaining("OrderIntent.reason");
        assertThat(intents.encode(Samples.CANCEL)).isEqualTo(expected);
    }

    private static <V> void expect(Code code, String message, TopicSerde<V> serde, byte[] bytes) {
        var failure = catchThrowableOfType(UndecodableException.class, () -> serde.decode(bytes));
        assertThat(failure).hasMessageContaining(message);
        assertThat(failure.code()).isEqualTo(code);
    }

    private <V> TopicSerde<V> provisioned(Topic<V> topic) {
        registry.register(topic.subject(), topic.codec().schema());
        return new TopicSerde<>(topic, registry);
    }

    private Schema withSymbol(Topic<?> topic, String last, String added) {
        var text = Contract.of(topic.codec().schema()).toString();
        var later = text.replace("\"" + last + "\"]", "\"" + last + "\",\"" + added + "\"]");
        assertThat(later).isNotEqualTo(text);
        return new Schema.Parser().parse(later);
    }

    private static GenericRecord generic(Schema schema, byte[] record) throws IOException {
        int length = record.length - WireFormat.FRAME_BYTES;
        var decoder = DecoderFactory.get().binaryDecoder(record, WireFormat.FRAME_BYTES, length, null);
        return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    }

    private byte[] binary(Schema writer, Topic<?> topic, GenericRecord record) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(writer).write(record, encoder);
        return framed(registry.register(topic.subject(), writer), bytes.toByteArray());
    }

    private static byte[] framed(int id, byte[] avro) {
        return ByteBuffer.allocate(WireFormat.FRAME_BYTES + avro.length)
                .put(WireFormat.MAGIC)
                .putInt(id)
                .put(avro)
                .array();
    }
}
