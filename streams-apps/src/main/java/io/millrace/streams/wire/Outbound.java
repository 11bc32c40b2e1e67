package io.millrace.streams.wire;

import io.millrace.core.clock.Clock;
import java.util.OptionalInt;

/**
 * What a stage sends into a topic: a value, or a clock between the values.
 *
 * @param <V> the topic's values
 */
public sealed interface Outbound<V> {
    /** Goes where its key belongs. */
    record Data<V>(V value) implements Outbound<V> {}

    /**
     * A clock.
     *
     * @param partition where it goes, empty if its key says so
     */
    record Tick<V>(Clock clock, OptionalInt partition) implements Outbound<V> {}
}
