package io.millrace.schemas;

/**
 * Knows the bytes of one schema by heart. It does the common case and nothing else: whatever is not a whole, valid value
 * it leaves to Avro, so that there is one place that judges. For one thread at a time.
 *
 * @param <V> the domain's type
 */
public interface DirectCodec<V> {
    /**
     * A record as Avro would write it.
     *
     * @param frame the record's first bytes
     * @return null if Avro must do it
     */
    byte[] encode(byte[] frame, V value);

    /**
     * The value in a record that was written with the codec's own schema.
     *
     * @param from where the value begins
     * @return null if Avro must do it
     */
    V decode(byte[] record, int from);
}
