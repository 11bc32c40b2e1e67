package io.millrace.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes a topic's values, by the shortcut where there is one; one writer and one buffer for all records, so one record at a time. */
final class AvroEncoder<V> {
    private final Topic<V> topic;
    private final SchemaRegistry registry;
    private final DirectCodec<V> direct;
    private final SpecificDatumWriter<SpecificRecord> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final BinaryEncoder avro = EncoderFactory.get().binaryEncoder(bytes, null);
    /** The record's first five bytes, known once the schema's id is. */
    private byte[] frame;

    AvroEncoder(Topic<V> topic, SchemaRegistry registry, SpecificData model) {
        this.topic = topic;
        this.registry = registry;
        direct = topic.codec().direct().orElse(null);
        writer = new SpecificDatumWriter<>(topic.codec().schema(), model);
    }

    synchronized byte[] encode(V value) {
        if (frame == null) {
            int id = registry.idOf(topic.subject(), topic.codec().schema());
            frame = ByteBuffer.allocate(WireFormat.FRAME_BYTES)
                    .put(WireFormat.MAGIC)
                    .putInt(id)
                    .array();
        }
        byte[] record = direct == null ? null : direct.encode(frame, value);
        return record == null ? throughAvro(value) : record;
    }

    private byte[] throughAvro(V value) {
        bytes.reset();
        bytes.write(frame, 0, frame.length);
        try {
            try {
                writer.write(topic.codec().toAvro(value), avro);
            } finally {
                avro.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
