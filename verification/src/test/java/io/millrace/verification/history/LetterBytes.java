package io.millrace.verification.history;

import java.util.Arrays;
import java.util.Base64;

/** The bytes of a record that nobody could read; equal if they are the same. */
public final class LetterBytes {
    private final byte[] bytes;

    LetterBytes(byte[] bytes) {
        this.bytes = bytes == null ? null : bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LetterBytes letter && Arrays.equals(bytes, letter.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes == null ? "null" : Base64.getEncoder().encodeToString(bytes);
    }
}
