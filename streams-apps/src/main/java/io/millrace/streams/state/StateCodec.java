package io.millrace.streams.state;

import io.millrace.schemas.Codec;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A codec of two functions.
 *
 * @param <V> the domain's type
 * @param <A> its generated Avro class
 */
public final class StateCodec<V, A extends SpecificRecord> implements Codec<V> {
    private final Schema schema;
    private final Class<A> type;
    private final Function<V, A> toAvro;
    private final Function<A, V> fromAvro;

    private StateCodec(Schema schema, Class<A> type, Function<V, A> toAvro, Function<A, V> fromAvro) {
        this.schema = schema;
        this.type = type;
        this.toAvro = toAvro;
        this.fromAvro = fromAvro;
    }

    public static <V, A extends SpecificRecord> Codec<V> of(
            Schema schema, Class<A> type, Function<V, A> toAvro, Function<A, V> fromAvro) {
        return new StateCodec<>(schema, type, toAvro, fromAvro);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public SpecificRecord toAvro(V value) {
        return toAvro.apply(value);
    }

    @Override
    public V fromAvro(SpecificRecord avro) {
        return fromAvro.apply(type.cast(avro));
    }
}
