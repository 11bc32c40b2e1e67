package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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

    private static <V> TopicSerde<V> provisioned(Topic<V> topic) {
        var registry = new InMemoryRegistry();
        registry.register(topic.subject(), topic.codec().schema());
        return new TopicSerde<>(topic, registry);
    }
}
