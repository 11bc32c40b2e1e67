package io.millrace.connectors.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.connectors.outbox.Routing.RefusalCode;
import io.millrace.schemas.DeadLetters;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final byte[] FRAMED = {0, 0, 0, 0, 1, 42};

    private final Routing routing = new Routing(Set.of("control.policies.v1"));

    @Test
    void carriesTheRowsHeadersAsText() {
        var routed = routing.route(row("control.policies.v1", FRAMED, "{\"traceparent\": \"00-ab\", \"n\": 7}"));
        assertThat(routed.refusal()).isNull();
        assertThat(header(routed.record(), "traceparent")).isEqualTo("00-ab");
        assertThat(header(routed.record(), "n")).isEqualTo("7");
        assertThat(header(routed.record(), Routing.SEQUENCE)).isEqualTo("17");
    }

    @Test
    void refusesATopicOutsideTheCatalogue() {
        assertThat(routing.route(row("other", FRAMED, "{}")).refusal()).isEqualTo(RefusalCode.UNKNOWN_TOPIC);
    }

    @Test
    void refusesAPayloadWithoutAFrame() {
        assertThat(routing.route(row("control.policies.v1", new byte[] {1, 2, 3, 4, 5, 6}, "{}"))
                        .refusal())
                .isEqualTo(RefusalCode.NOT_CONFLUENT_FRAMED);
        assertThat(routing.route(row("control.policies.v1", new byte[0], "{}")).refusal())
                .isEqualTo(RefusalCode.NOT_CONFLUENT_FRAMED);
    }

    @Test
    void refusesHeadersThatAreNoObject() {
        assertThat(routing.route(row("control.policies.v1", FRAMED, "[1]")).refusal())
                .isEqualTo(RefusalCode.HEADERS_NOT_AN_OBJECT);
    }

    @Test
    void refusesAPayloadThatNoBrokerWouldTakeAndKeepsItsBeginning() {
        var routed = routing.route(row("control.policies.v1", new byte[2_000_000], "{}"));
        assertThat(routed.refusal()).isEqualTo(RefusalCode.PAYLOAD_TOO_LARGE);
        assertThat(routed.record().value()).hasSize(Routing.MAX_PAYLOAD);
        assertThat(header(routed.record(), DeadLetters.MESSAGE)).contains("actual=2000000 bytes");
    }

    private static OutboxRow row(String topic, byte[] payload, String headers) {
        return new OutboxRow(17, "an id", topic, "key", payload, headers, Instant.EPOCH);
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
