package io.millrace.connectors.marketdata;

import java.nio.charset.StandardCharsets;

/**
 * One line of a file.
 *
 * @param number 1 is the first line of the file, the header included
 * @param bytes its original bytes without the line's end; its first {@link Lines#MAX_BYTES} if it is longer
 * @param length its length in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying it would cost more than the parsing
record Line(long number, byte[] bytes, long length) {
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    boolean isCut() {
        return length > bytes.length;
    }
}
