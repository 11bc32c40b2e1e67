package io.millrace.schemas;

import static org.apache.avro.SchemaNormalization.toParsingForm;

import io.millrace.schemas.UndecodableException.Code;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads a topic's values, each with the schema it was written with: the topic's own by the shortcut where there is one.
 * One reader per schema id and one buffer for all records, so one record at a time.
 */
final class AvroDecoder<V> {
    private final Topic<V> topic;
    private final SchemaRegistry registry;
    private final SpecificData model;
    private final DirectCodec<V> direct;
    private final Map<Integer, Writer> writers = new HashMap<>();
    /** Of the record before: the next one's is mostly the same. */
    private Writer last;

    private BinaryDecoder avro;

    /**
     * Those who write with one schema.
     *
     * @param direct whether the shortcut knows what they write
     */
    private record Writer(int id, DatumReader<SpecificRecord> reader, boolean direct) {}

    AvroDecoder(Topic<V> topic, SchemaRegistry registry, SpecificData model) {
        this.topic = topic;
        this.registry = registry;
        this.model = model;
        this.direct = topic.codec().direct().orElse(null);
    }

    synchronized V decode(byte[] bytes) {
        if (bytes.length < WireFormat.FRAME_BYTES || bytes[0] != WireFormat.MAGIC) {
            throw new UndecodableException(
                    Code.NOT_CONFLUENT_FRAMED,
                    bytes.length < WireFormat.FRAME_BYTES
                            ? "a record has at least 5 bytes, was " + bytes.length
                            : "a record's first byte is 0, was " + bytes[0]);
        }
        var writer = writer(id(bytes));
        var value = writer.direct ? direct.decode(bytes, WireFormat.FRAME_BYTES) : null;
        return value == null ? value(read(writer.reader, writer.id, bytes)) : value;
    }

    private static int id(byte[] record) {
        return (record[1] << 24) | ((record[2] & 0xff) << 16) | ((record[3] & 0xff) << 8) | (record[4] & 0xff);
    }

    private Writer writer(int id) {
        if (last == null || last.id != id) {
            var known = writers.get(id);
            if (known == null) {
                known = newWriter(id);
                writers.put(id, known);
            }
            last = known;
        }
        return last;
    }

    private Writer newWriter(int id) {
        try {
            var schema = registry.byId(id);
            var own = topic.codec().schema();
            boolean same = toParsingForm(schema).equals(toParsingForm(own));
            return new Writer(id, new SpecificDatumReader<>(schema, own, model), direct != null && same);
        } catch (NoSuchElementException e) {
            throw new UndecodableException(Code.UNKNOWN_SCHEMA_ID, "schema id " + id + ": " + e.getMessage(), e);
        }
    }

    private SpecificRecord read(DatumReader<SpecificRecord> reader, int id, byte[] bytes) {
        int length = bytes.length - WireFormat.FRAME_BYTES;
        avro = DecoderFactory.get().binaryDecoder(bytes, WireFormat.FRAME_BYTES, length, avro);
        SpecificRecord record;
        boolean whole;
        try {
            record = reader.read(null, avro);
            whole = avro.isEnd();
        } catch (IOException | RuntimeException e) {
            // Bytes from anywhere: Avro meets them with exceptions of many kinds.
            throw new UndecodableException(Code.MALFORMED_AVRO, "not as schema id " + id + " says: " + e, e);
        }
        if (!whole) {
            throw new UndecodableException(
                    Code.MALFORMED_AVRO, "more bytes than schema id " + id + " says, record has " + bytes.length);
        }
        return record;
    }

    private V value(SpecificRecord record) {
        try {
            return topic.codec().fromAvro(record);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UndecodableException(Code.INVALID_VALUE, e.getMessage(), e);
        }
    }
}
