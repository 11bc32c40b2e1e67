package io.millrace.streams.state;

import io.millrace.schemas.Codec;
import io.millrace.schemas.GeneratedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A state store's values in Avro's single-object encoding: two marker bytes, the fingerprint of the writer's schema, the
 * data. So a state that an earlier version of a stage left is read through its own schema.
 *
 * @param <V> the domain's type
 */
public final class StateSerde<V> implements Serde<V> {
    private static final int MARKER_BYTES = 2;
    private static final int HEADER_BYTES = MARKER_BYTES + Long.BYTES;

    private final Codec<V> codec;
    private final Set<Long> fingerprints = new HashSet<>();
    private final BinaryMessageEncoder<SpecificRecord> encoder;
    private final BinaryMessageDecoder<SpecificRecord> decoder;

    /** @param earlier schemas that earlier versions wrote */
    public StateSerde(Codec<V> codec, Schema... earlier) {
        this.codec = codec;
        var model = GeneratedClasses.model();
        encoder = new BinaryMessageEncoder<>(model, codec.schema());
        decoder = new BinaryMessageDecoder<>(model, codec.schema());
        fingerprints.add(SchemaNormalization.parsingFingerprint64(codec.schema()));
        for (var schema : earlier) {
            fingerprints.add(SchemaNormalization.parsingFingerprint64(schema));
            decoder.addSchema(schema);
        }
    }

    @Override
    public Serializer<V> serializer() {
        return (topic, value) -> value == null ? null : encode(value);
    }

    @Override
    public Deserializer<V> deserializer() {
        return (topic, bytes) -> bytes == null ? null : decode(bytes);
    }

    /** Whether the bytes were written with one of the schemas. */
    boolean reads(byte[] bytes) {
        return bytes.length >= HEADER_BYTES
                && fingerprints.contains(
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(MARKER_BYTES));
    }

    /** A value alone, outside a store. */
    public byte[] encode(V value) {
        try {
            return encoder.encode(codec.toAvro(value)).array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #encode} wrote. */
    public V decode(byte[] bytes) {
        try {
            return codec.fromAvro(decoder.decode(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException("a state cannot be read", e);
        }
    }
}
