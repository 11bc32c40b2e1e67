package io.millrace.streams.state;

import io.millrace.schemas.Codec;
import io.millrace.schemas.GeneratedClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro's single-object encoding: two marker bytes, the fingerprint of the writer's schema, the data. So a state that an
 * earlier version of a stage left is read through its own schema. May be shared by threads.
 */
public final class AvroFormat<V> implements StateFormat<V> {
    private final Codec<V> codec;
    private final Header header;
    private final SpecificDatumWriter<SpecificRecord> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    private final StateReader<SpecificRecord> reader;

    public AvroFormat(Codec<V> codec) {
        this.codec = codec;
        header = Header.of(codec.schema());
        writer = new SpecificDatumWriter<>(codec.schema(), GeneratedClasses.writing());
        reader = new StateReader<>(SpecificRecord.class, codec.schema());
    }

    @Override
    public synchronized byte[] encode(V value) {
        bytes.reset();
        header.writeTo(bytes);
        try {
            writer.write(codec.toAvro(value), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public V decode(byte[] encoded) {
        return codec.fromAvro(reader.read(encoded));
    }

    /** Whether the bytes were written with one of the schemas. */
    boolean reads(byte[] encoded) {
        return reader.reads(encoded);
    }
}
