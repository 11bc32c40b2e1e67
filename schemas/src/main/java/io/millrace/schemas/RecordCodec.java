package io.millrace.schemas;

import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A codec of two functions, and maybe a shortcut.
 *
 * @param <V> the domain's type
 * @param <A> its generated Avro class
 */
final class RecordCodec<V, A extends SpecificRecord> implements Codec<V> {
    private final Schema schema;
    private final Class<A> type;
    private final Function<V, A> toAvro;
    private final Function<A, V> fromAvro;
    private final Function<Schema, DirectCodec<V>> direct;

    RecordCodec(Schema schema, Class<A> type, Function<V, A> toAvro, Function<A, V> fromAvro) {
        this(schema, type, toAvro, fromAvro, null);
    }

    /**
     * A codec with a shortcut.
     *
     * @param direct makes it for the schema, null for none
     */
    RecordCodec(
            Schema schema,
            Class<A> type,
            Function<V, A> toAvro,
            Function<A, V> fromAvro,
            Function<Schema, DirectCodec<V>> direct) {
        this.schema = schema;
        this.type = type;
        this.toAvro = toAvro;
        this.fromAvro = fromAvro;
        this.direct = direct;
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

    @Override
    public Optional<DirectCodec<V>> direct() {
        return Optional.ofNullable(direct).map(make -> make.apply(schema));
    }
}
