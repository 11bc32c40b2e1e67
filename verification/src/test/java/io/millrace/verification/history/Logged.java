package io.millrace.verification.history;

import java.util.Map;

/**
 * A record with its value decoded.
 *
 * @param appendedMillis when the broker got it, since the epoch
 * @param headers as text
 */
public record Logged<V>(Place at, long appendedMillis, String key, Map<String, String> headers, V value) {
    Logged<V> with(V other) {
        return new Logged<>(at, appendedMillis, key, headers, other);
    }

    Logged<V> at(long offset) {
        return new Logged<>(new Place(at.topic(), at.partition(), offset), appendedMillis, key, headers, value);
    }

    @Override
    public String toString() {
        return at + " " + key + " " + headers + " " + value;
    }
}
