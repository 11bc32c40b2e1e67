package io.millrace.flink.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class KafkaRecordTest {
    private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);

    @Test
    void leavesAsItWasMade() {
        var out = new ProducerRecord<byte[], byte[]>("topic", 3, KEY, null);
        out.headers().add("first", new byte[] {1}).add("second", null);

        var sent = KafkaRecord.of(out).toProducerRecord();

        assertThat(sent).isEqualTo(out);
    }

    @Test
    void keyDecidesWhereNoPartitionWasAskedFor() {
        var sent = KafkaRecord.of(new ProducerRecord<>("topic", KEY, KEY)).toProducerRecord();

        assertThat(sent.partition()).isNull();
        assertThat(sent.timestamp()).isNull();
    }

    @Test
    void remembersWhereItCameFrom() {
        var record = KafkaRecord.of(new ConsumerRecord<byte[], byte[]>("topic", 2, 77, null, null));

        assertThat(record.topic).isEqualTo("topic");
        assertThat(record.partition).isEqualTo(2);
        assertThat(record.offset).isEqualTo(77);
        assertThat(record.keyText()).isEmpty();
        assertThat(record.headers()).isEmpty();
    }

    @Test
    void namesTheTopicsThatPooledTransactionsAreLookedForOn() {
        var facet = new RecordSerializer(List.of("a", "b")).getKafkaDatasetFacet();

        assertThat(facet).isPresent();
        assertThat(facet.get().getTopicIdentifier().getTopics()).containsExactly("a", "b");
    }
}
