package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever arrives, a serde answers with a value or with {@link UndecodableException}, and goes on. */
final class AnyBytesTest {
    private static final SchemaRegistry REGISTRY = new InMemoryRegistry();
    private static final Map<Topic<?>, TopicSerde<?>> SERDES = new LinkedHashMap<>();

    static {
        for (var topic : Topics.all()) {
            REGISTRY.register(topic.subject(), topic.codec().schema());
            SERDES.put(topic, new TopicSerde<>(topic, REGISTRY));
        }
    }

    @Property
    void everyTradeIsReadBackExactly(@ForAll("trades") Trade trade) {
        var serde = serde(Topics.TRADES);
        assertThat(serde.decode(serde.encode(trade))).isEqualTo(trade);
    }

    @Property
    void noBytesBringAReaderDown(@ForAll byte[] bytes) {
        SERDES.forEach((topic, serde) -> {
            decodeOrRefuse(serde, bytes);
            decodeOrRefuse(
                    serde, framed(REGISTRY.idOf(topic.subject(), topic.codec().schema()), bytes));
        });
    }

    @Property
    void noDamageBringsAReaderDown(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 10_000) Integer> places,
            @ForAll @Size(4) List<Byte> damage) {
        Samples.byTopic().forEach((topic, values) -> damageAll(topic, values, places, damage));
    }

    @SuppressWarnings("unchecked")
    private static <V> void damageAll(Topic<V> topic, List<?> values, List<Integer> places, List<Byte> damage) {
        var serde = serde(topic);
        for (var value : values) {
            var bytes = serde.encode((V) value);
            for (int i = 0; i < places.size(); i++) {
                bytes[WireFormat.FRAME_BYTES + places.get(i) % (bytes.length - WireFormat.FRAME_BYTES)] = damage.get(i);
            }
            decodeOrRefuse(serde, bytes);
            assertThat(serde.decode(serde.encode((V) value))).isEqualTo(value);
        }
    }

    private static void decodeOrRefuse(TopicSerde<?> serde, byte[] bytes) {
        try {
            assertThat(serde.decode(bytes)).isNotNull();
        } catch (UndecodableException e) {
            assertThat(e.code()).isNotNull();
            assertThat(e).message().isNotBlank();
        }
    }

    @Provide
    Arbitrary<Trade> trades() {
        var names = Arbitraries.strings().alpha().numeric().withChars("-/€").ofMinLength(1);
        return Combinators.combine(
                        Combinators.combine(names, names).as(InstrumentId::new),
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        Arbitraries.longs().greaterOrEqual(1).map(Price::new),
                        Arbitraries.longs().greaterOrEqual(0).map(Quantity::new),
                        Arbitraries.of(AggressorSide.class))
                .as(Trade::new);
    }

    @SuppressWarnings("unchecked")
    private static <V> TopicSerde<V> serde(Topic<V> topic) {
        return (TopicSerde<V>) SERDES.get(topic);
    }

    private static byte[] framed(int id, byte[] avro) {
        var bytes = new byte[WireFormat.FRAME_BYTES + avro.length];
        ByteBuffer.wrap(bytes).put(WireFormat.MAGIC).putInt(id).put(avro);
        return bytes;
    }
}
