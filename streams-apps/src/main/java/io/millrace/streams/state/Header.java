package io.millrace.streams.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * How Avro's single-object encoding begins: the marker C3 01 and the CRC-64-AVRO fingerprint of the schema, little-endian.
 */
record Header(long fingerprint) {
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};
    private static final int LENGTH = MARKER.length + Long.BYTES;

    static Header of(Schema schema) {
        return new Header(SchemaNormalization.parsingFingerprint64(schema));
    }

    void writeTo(ByteArrayOutputStream bytes) {
        bytes.writeBytes(MARKER);
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(fingerprint)
                .array());
    }

    boolean begins(byte[] encoded) {
        return encoded.length >= LENGTH
                && encoded[0] == MARKER[0]
                && encoded[1] == MARKER[1]
                && ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getLong(MARKER.length) == fingerprint;
    }
}
