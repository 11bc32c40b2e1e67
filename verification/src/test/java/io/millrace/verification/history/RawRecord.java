package io.millrace.verification.history;

import java.util.Map;

/**
 * A record as a topic has it.
 *
 * @param appendedMillis when the broker got it, since the epoch
 * @param key may be null
 * @param value null for a clock
 * @param headers as text
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawRecord(Place at, long appendedMillis, String key, byte[] value, Map<String, String> headers) {}
