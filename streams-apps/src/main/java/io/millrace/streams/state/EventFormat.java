package io.millrace.streams.state;

import io.millrace.schemas.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Values that hold one of several records. Each is kept as that record alone; the fingerprint in front of it says which.
 *
 * @param <E> what holds the records
 */
public final class EventFormat<E> implements StateFormat<E> {
    private record Case<E, V>(AvroFormat<V> format, Function<E, V> part, Function<V, E> event) {
        byte[] encodeOrNull(E value) {
            var record = part.apply(value);
            return record == null ? null : format.encode(record);
        }

        E decodeOrNull(byte[] bytes) {
            return format.reads(bytes) ? event.apply(format.decode(bytes)) : null;
        }
    }

    private final List<Case<E, ?>> cases = new ArrayList<>();

    /**
     * Adds a kind of record.
     *
     * @param part the record in an event, null if it holds another
     * @param event the event that holds a record
     */
    public <V> EventFormat<E> or(Codec<V> codec, Function<E, V> part, Function<V, E> event) {
        cases.add(new Case<>(new AvroFormat<>(codec), part, event));
        return this;
    }

    @Override
    public byte[] encode(E event) {
        for (var candidate : cases) {
            var bytes = candidate.encodeOrNull(event);
            if (bytes != null) {
                return bytes;
            }
        }
        throw new IllegalArgumentException("no schema for " + event);
    }

    @Override
    public E decode(byte[] bytes) {
        for (var candidate : cases) {
            var event = candidate.decodeOrNull(bytes);
            if (event != null) {
                return event;
            }
        }
        throw new IllegalStateException("a state of " + bytes.length + " bytes has a schema that is not known");
    }
}
