package io.millrace.streams.state;

import io.millrace.schemas.GeneratedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads Avro's single-object encoding, as the latest schema says, from whichever released schema it was written with.
 *
 * @param <A> the generated class of the latest schema
 */
public final class StateReader<A extends SpecificRecord> {
    private final Class<A> type;
    private final List<Header> readable;
    private final BinaryMessageDecoder<SpecificRecord> decoder;

    public StateReader(Class<A> type, Schema latest) {
        this.type = type;
        var known = ReleasedSchemas.of(latest.getFullName());
        readable = Stream.concat(Stream.of(latest), known.stream())
                .map(Header::of)
                .distinct()
                .toList();
        decoder = new BinaryMessageDecoder<>(GeneratedClasses.model(), latest);
        known.stream()
                .filter(schema -> !Header.of(schema).equals(Header.of(latest)))
                .forEach(decoder::addSchema);
    }

    public A read(byte[] encoded) {
        try {
            return type.cast(decoder.decode(encoded, null));
        } catch (IOException e) {
            throw new UncheckedIOException("a state cannot be read", e);
        }
    }

    /** Whether the bytes were written with one of the schemas. */
    boolean reads(byte[] encoded) {
        return readable.stream().anyMatch(known -> known.begins(encoded));
    }
}
