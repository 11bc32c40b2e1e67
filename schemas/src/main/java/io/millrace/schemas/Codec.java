package io.millrace.schemas;

import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Carries one type between the domain and Avro.
 *
 * @param <V> the domain's type
 */
public interface Codec<V> {
    Schema schema();

    SpecificRecord toAvro(V value);

    V fromAvro(SpecificRecord avro);

    /** A new shortcut past Avro, for one thread; empty where values are too few to need one. */
    default Optional<DirectCodec<V>> direct() {
        return Optional.empty();
    }
}
