package io.millrace.flink.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record as Kafka carries it, on its way in or out. Public fields and a constructor without arguments make it one of
 * Flink's POJOs; nobody changes one after it was made.
 */
public final class KafkaRecord {
    private static final int BY_KEY = -1;

    public String topic;
    /** Where it came from or must go to; {@value #BY_KEY} lets the key decide. */
    public int partition = BY_KEY;
    /** Where it came from, -1 on its way out. */
    public long offset = -1;

    public byte[] key;
    /** Null for a clock. */
    public byte[] value;

    public String[] headerNames = {};
    public byte[][] headerValues = {};

    public KafkaRecord() {}

    static KafkaRecord of(ConsumerRecord<byte[], byte[]> in) {
        var record = new KafkaRecord();
        record.topic = in.topic();
        record.partition = in.partition();
        record.offset = in.offset();
        record.key = in.key();
        record.value = in.value();
        record.headers(in.headers());
        return record;
    }

    /** A record on its way out. */
    public static KafkaRecord of(ProducerRecord<byte[], byte[]> out) {
        var record = new KafkaRecord();
        record.topic = out.topic();
        record.partition = out.partition() == null ? BY_KEY : out.partition();
        record.key = out.key();
        record.value = out.value();
        record.headers(out.headers());
        return record;
    }

    private void headers(Headers headers) {
        Header[] array = headers.toArray();
        if (array.length == 0) {
            return;
        }
        headerNames = new String[array.length];
        headerValues = new byte[array.length][];
        for (int i = 0; i < array.length; i++) {
            headerNames[i] = array[i].key();
            headerValues[i] = array[i].value();
        }
    }

    public Headers headers() {
        var headers = new RecordHeaders();
        for (int i = 0; i < headerNames.length; i++) {
            headers.add(headerNames[i], headerValues[i]);
        }
        return headers;
    }

    ProducerRecord<byte[], byte[]> toProducerRecord() {
        return new ProducerRecord<>(topic, partition == BY_KEY ? null : partition, null, key, value, headers());
    }

    /** The key as text, empty without one: all keys of the catalogue are UTF-8. */
    public String keyText() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }
}
