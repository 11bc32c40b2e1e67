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
 * Reads Avro's single-object encoding, as the latest schema says, from whichever schema it was written with.
 *
 * @param <A> the generated class of the latest schema
 */
public final class StateReader<A extends SpecificRecord> {
    private final Class<A> type;
    private final List<Header> readable;
    private final BinaryMessageDecoder<SpecificRecord> decoder;

    /** @param earlier schemas that earlier versions wrote */
    public StateReader(Class<A> type, Schema latest, Schema... earlier) {
        this.type = type;
        readable = Stream.concat(Stream.of(latest), Stream.of(earlier))
                .map(Header::of)
                .toList();
        decoder = new BinaryMessageDecoder<>(GeneratedClasses.model(), latest);
        Stream.of(earlier).forEach(decoder::addSchema);
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
