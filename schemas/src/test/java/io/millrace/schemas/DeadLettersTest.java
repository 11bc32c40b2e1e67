package io.millrace.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

final class DeadLettersTest {
    private static final byte[] KEY = {1, 2};
    private static final byte[] VALUE = {3, 4, 5};

    @Test
    void carriesTheOriginalBytesAndTheReason() {
        var letter = DeadLetters.of(
                "market.trades.v1",
                2,
                1234L,
                KEY,
                VALUE,
                "bars-indicators",
                "INVALID_VALUE",
                "price must be > 0, was -1");

        assertThat(letter.topic()).isEqualTo("market.trades.v1.dlq");
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(headers(letter))
                .isEqualTo(Map.of(
                        "dlq.stage", "bars-indicators",
                        "dlq.code", "INVALID_VALUE",
                        "dlq.message", "price must be > 0, was -1",
                        "dlq.topic", "market.trades.v1",
                        "dlq.partition", "2",
                        "dlq.offset", "1234"));
    }

    @Test
    void saysNoPositionWhereThereIsNone() {
        var letter = DeadLetters.of("market.trades.v1", null, null, null, VALUE, "marketdata", "MALFORMED_LINE", "x");
        assertThat(letter.key()).isNull();
        assertThat(headers(letter)).doesNotContainKeys("dlq.partition", "dlq.offset");
    }

    @Test
    void quotesNoMoreOfARecordThanAHeaderShouldHold() {
        var letter = DeadLetters.of("a.b.v1", null, null, null, null, "stage", "CODE", "x".repeat(100_000));
        assertThat(headers(letter).get("dlq.message")).hasSize(1_001).endsWith("…");
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> letter) {
        Map<String, String> headers = new TreeMap<>();
        letter.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
