package io.millrace.streams.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * A key whose bytes sort as its parts do: texts end with a zero byte (and contain none), numbers are big-endian with the
 * sign turned round.
 */
public final class SortedKey {
    private byte[] bytes = {};

    private SortedKey() {}

    /** A key that begins with a text. */
    public static SortedKey of(String text) {
        return new SortedKey().text(text);
    }

    public SortedKey text(String text) {
        var utf8 = text.getBytes(UTF_8);
        int length = bytes.length;
        bytes = Arrays.copyOf(bytes, length + utf8.length + 1);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        return this;
    }

    /** Any number, nanoseconds for example. */
    public SortedKey number(long number) {
        int length = bytes.length;
        bytes = Arrays.copyOf(bytes, length + Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(length, number ^ Long.MIN_VALUE);
        return this;
    }

    public Bytes bytes() {
        return Bytes.wrap(bytes);
    }
}
