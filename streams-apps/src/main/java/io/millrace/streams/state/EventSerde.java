package io.millrace.streams.state;

import io.millrace.schemas.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Values that hold one of several records. Each is kept as that record alone; the fingerprint in front of it says which.
 *
 * @param <E> what holds the records
 */
public final class EventSerde<E> implements Serde<E> {
    private record Case<E, V>(StateSerde<V> serde, Function<E, V> part, Function<V, E> event) {
        byte[] encodeOrNull(E value) {
            var record = part.apply(value);
            return record == null ? null : serde.encode(record);
        }

        E decodeOrNull(byte[] bytes) {
            return serde.reads(bytes) ? event.apply(serde.decode(bytes)) : null;
        }
    }

    private final List<Case<E, ?>> cases = new ArrayList<>();

    /**
     * Adds a kind of record.
     *
     * @param part the record in an event, null if it holds another
     * @param event the event that holds a record
     */
    public <V> EventSerde<E> or(Codec<V> codec, Function<E, V> part, Function<V, E> event) {
        cases.add(new Case<>(new StateSerde<>(codec), part, event));
        return this;
    }

    @Override
    public Serializer<E> serializer() {
        return (topic, event) -> event == null ? null : encode(event);
    }

    @Override
    public Deserializer<E> deserializer() {
        return (topic, bytes) -> bytes == null ? null : decode(bytes);
    }

    private byte[] encode(E event) {
        for (var candidate : cases) {
            var bytes = candidate.encodeOrNull(event);
            if (bytes != null) {
                return bytes;
            }
        }
        throw new IllegalArgumentException("no schema for " + event);
    }

    private E decode(byte[] bytes) {
        for (var candidate : cases) {
            var event = candidate.decodeOrNull(bytes);
            if (event != null) {
                return event;
            }
        }
        throw new IllegalStateException("a state of " + bytes.length + " bytes has a schema that is not known");
    }
}
