package io.millrace.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;

/**
 * The headers by which an intent can be followed to its fill: {@code correlationId}, and {@code traceparent} (W3C Trace
 * Context) for tracing tools. Both follow from the intent's id alone, so a replay has the same.
 */
public final class Traces {
    public static final String CORRELATION_ID = "correlationId";
    public static final String TRACE_PARENT = "traceparent";

    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    private Traces() {}

    public static void write(Headers headers, String correlationId) {
        headers.remove(CORRELATION_ID);
        headers.remove(TRACE_PARENT);
        headers.add(CORRELATION_ID, correlationId.getBytes(UTF_8));
        headers.add(TRACE_PARENT, traceParent(correlationId).getBytes(UTF_8));
    }

    /** Version 00, trace id and parent id from the correlation id's SHA-256, sampled. */
    static String traceParent(String correlationId) {
        var digest = sha256(correlationId);
        var hex = HexFormat.of();
        return "00-" + hex.formatHex(digest, 0, TRACE_ID_BYTES) + "-"
                + hex.formatHex(digest, TRACE_ID_BYTES, TRACE_ID_BYTES + SPAN_ID_BYTES) + "-01";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
