package io.millrace.streams.state;

/**
 * Values as bytes in a state store.
 *
 * @param <V> the domain's type
 */
public interface StateFormat<V> {
    byte[] encode(V value);

    V decode(byte[] bytes);
}
