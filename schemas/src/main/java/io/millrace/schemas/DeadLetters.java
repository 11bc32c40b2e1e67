package io.millrace.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Records that a stage could not use, as they were, with the reason in headers: {@code dlq.stage, dlq.code, dlq.message,
 * dlq.topic}, and where known {@code dlq.partition, dlq.offset}.
 */
public final class DeadLetters {
    public static final String STAGE = "dlq.stage";
    public static final String CODE = "dlq.code";
    public static final String MESSAGE = "dlq.message";
    public static final String TOPIC = "dlq.topic";
    public static final String PARTITION = "dlq.partition";
    public static final String OFFSET = "dlq.offset";

    /** Longest reason in a header, in characters; a reason may quote the record. */
    private static final int MAX_MESSAGE = 1_000;

    private DeadLetters() {}

    /**
     * A dead letter.
     *
     * @param partition of the source, null if the value does not come from Kafka
     * @param offset in the source, null if the value does not come from Kafka
     * @param key may be null
     * @param value may be null
     * @param stage that could not use it
     * @param code why not, a constant's name
     * @param message the same in words, with actual value and limit
     */
    public static ProducerRecord<byte[], byte[]> of(
            String sourceTopic,
            Integer partition,
            Long offset,
            byte[] key,
            byte[] value,
            String stage,
            String code,
            String message) {
        var letter = new ProducerRecord<>(sourceTopic + ".dlq", key, value);
        add(letter.headers(), STAGE, stage);
        add(letter.headers(), CODE, code);
        add(letter.headers(), MESSAGE, shortened(message));
        add(letter.headers(), TOPIC, sourceTopic);
        add(letter.headers(), PARTITION, partition);
        add(letter.headers(), OFFSET, offset);
        return letter;
    }

    private static void add(Headers headers, String name, Object value) {
        if (value != null) {
            headers.add(name, value.toString().getBytes(UTF_8));
        }
    }

    private static String shortened(String message) {
        return message == null || message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
    }
}
