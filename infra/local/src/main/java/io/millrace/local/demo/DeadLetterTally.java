package io.millrace.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;

/** Dead letters by topic and reason. */
final class DeadLetterTally {
    private final SortedMap<String, Long> byReason = new TreeMap<>();

    void add(String topic, Headers headers) {
        var code = headers.lastHeader("dlq.code");
        var reason = code == null ? "unknown" : new String(code.value(), StandardCharsets.UTF_8);
        byReason.merge(topic + " " + reason, 1L, Long::sum);
    }

    SortedMap<String, Long> byReason() {
        return byReason;
    }

    long count(String reason) {
        return byReason.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(" " + reason))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
