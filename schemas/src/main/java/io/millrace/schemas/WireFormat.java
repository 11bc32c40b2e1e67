package io.millrace.schemas;

/** Confluent's: a zero byte, the schema's id as a big-endian int32, the value in Avro binary. */
final class WireFormat {
    static final byte MAGIC = 0;
    static final int FRAME_BYTES = 5;

    private WireFormat() {}
}
