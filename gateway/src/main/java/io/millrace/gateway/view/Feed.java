package io.millrace.gateway.view;

import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import java.util.function.Consumer;

/**
 * Where a topic's values go.
 *
 * @param <V> their type
 */
public record Feed<V>(Topic<V> topic, Consumer<V> view) {
    /** Brings a record's bytes to the view. */
    Consumer<byte[]> decoding(SchemaRegistry registry) {
        var serde = new TopicSerde<>(topic, registry);
        return bytes -> view.accept(serde.decode(bytes));
    }
}
