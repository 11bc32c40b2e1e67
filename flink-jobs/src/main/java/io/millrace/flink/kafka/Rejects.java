package io.millrace.flink.kafka;

import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.UndecodableException;
import java.io.Serializable;
import org.apache.flink.util.OutputTag;

/**
 * Makes dead letters of the records that a stage cannot use.
 *
 * @param stage the stage that could not use them
 */
public record Rejects(String stage) implements Serializable {
    /** The side output that carries them. */
    public static final OutputTag<KafkaRecord> TAG = new OutputTag<>("dead-letters", KafkaRecordType.STREAMED);

    public KafkaRecord of(KafkaRecord record, UndecodableException reason) {
        return of(record, reason.code().name(), reason.getMessage());
    }

    public KafkaRecord of(KafkaRecord record, String code, String message) {
        return KafkaRecord.of(DeadLetters.of(
                record.topic, record.partition, record.offset, record.key, record.value, stage, code, message));
    }
}
