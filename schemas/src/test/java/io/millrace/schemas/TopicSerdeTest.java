package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.market.AggressorSide;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TopicSerdeTest {
    static Stream<Arguments> everyTopic() {
        return Samples.byTopic().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @MethodSource("everyTopic")
    <V> void whatIsWrittenIsReadBackExactly(Topic<V> topic, List<V> values) {
        var serde = provisioned(topic);
        for (var value : values) {
            assertThat(serde.decode(serde.encode(value))).isEqualTo(value);
            assertThat(serde.encode(serde.decode(serde.encode(value)))).isEqualTo(serde.encode(value));
        }
    }

    @Test
    void everyTopicHasASample() {
        assertThat(Samples.byTopic().keySet()).containsExactlyElementsOf(Topics.all());
    }

    @Test
    void nullStandsForNull() {
        var serde = provisioned(Topics.TRADES);
        assertThat(serde.encode(null)).isNull();
        assertThat(serde.decode(null)).isNull();
        assertThat(serde.serializer().serialize("any", null)).isNull();
        assertThat(serde.deserializer().deserialize("any", null)).isNull();
    }

    @Test
    void threadsMayShareASerde() {
        var serde = provisioned(Topics.DECISIONS);
        var values = List.of(Samples.REJECTED, Samples.WITHOUT_POLICY, Samples.APPROVED);
        var wrong = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> values.get(i % values.size()))
                .filter(value -> !value.equals(serde.decode(serde.encode(value))))
                .count();
        assertThat(wrong).isZero();
    }

    @Test
    void aSchemaThatWasNotProvisionedIsSaidAtTheFirstRecord() {
        var serde = new TopicSerde<>(Topics.TRADES, new InMemoryRegistry());
        assertThatThrownBy(() -> serde.encode(Samples.TRADE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("market.trades.v1-value");
    }

    @Test
    void aRecordOfAnEarlierVersionTakesTheDefaultsOfWhatItLacks() throws IOException {
        var text = Contract.of(Topics.TRADES.codec().schema()).toString();
        int aggressor = text.indexOf(",{\"name\":\"aggressor\"");
        var earlier = new Schema.Parser().parse(text.substring(0, aggressor) + "]}");
        var registry = new InMemoryRegistry();
        int id = registry.register(Topics.TRADES.subject(), earlier);
        var record = new GenericData.Record(earlier);
        record.put("instrument", "BTC-USD.BITSTAMP");
        record.put("eventTimeNanos", Samples.TIME);
        record.put("sequence", 42L);
        record.put("price", Samples.TRADE.price().units());
        record.put("quantity", Samples.TRADE.quantity().units());
        var bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(WireFormat.FRAME_BYTES).putInt(1, id).array());
        new GenericDatumWriter<>(earlier).write(record, EncoderFactory.get().directBinaryEncoder(bytes, null));

        var trade = new TopicSerde<>(Topics.TRADES, registry).decode(bytes.toByteArray());
        assertThat(trade.price()).isEqualTo(Samples.TRADE.price());
        assertThat(trade.aggressor()).isEqualTo(AggressorSide.UNKNOWN);
    }

    private static <V> TopicSerde<V> provisioned(Topic<V> topic) {
        var registry = new InMemoryRegistry();
        registry.register(topic.subject(), topic.codec().schema());
        return new TopicSerde<>(topic, registry);
    }
}
