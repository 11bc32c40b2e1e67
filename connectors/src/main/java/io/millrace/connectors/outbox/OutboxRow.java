package io.millrace.connectors.outbox;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A row of the outbox.
 *
 * @param headers JSON text, an object
 * @param createdAt when its transaction began
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutboxRow(
        long sequence, String id, String topic, String key, byte[] payload, String headers, Instant createdAt) {

    /** Whether a record tells of a row, and not of a heartbeat. */
    static boolean isIn(SourceRecord record) {
        return record.topic().endsWith("." + OutboxSettings.TABLE)
                && record.value() instanceof Struct change
                && change.schema().field("after") != null
                && change.getStruct("after") != null;
    }

    static OutboxRow of(SourceRecord record) {
        var row = ((Struct) record.value()).getStruct("after");
        return new OutboxRow(
                row.getInt64("sequence"),
                row.getString("id"),
                row.getString("topic"),
                row.getString("key"),
                bytes(row.get("payload")),
                row.getString("headers"),
                OffsetDateTime.parse(row.getString("created_at")).toInstant());
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] array) {
            return array;
        }
        var buffer = ((ByteBuffer) value).duplicate();
        var array = new byte[buffer.remaining()];
        buffer.get(array);
        return array;
    }
}
