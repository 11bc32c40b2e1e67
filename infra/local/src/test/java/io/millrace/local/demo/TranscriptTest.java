package io.millrace.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTest {
    private static final String PLACE = "@partition=0\t@offset=7\t@appended=-1";

    private static ConsumerRecord<byte[], byte[]> record(String topic, String key, String value) {
        return new ConsumerRecord<>(topic, 0, 7, key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
    }

    @Test
    void writesEveryRecordOfATopicInItsOrder(@TempDir Path directory) throws Exception {
        var clock = record("bars", "BTC-USD", null);
        clock.headers().add("clock", "0 5 - 0 BTC-USD".getBytes(UTF_8));
        try (var transcript = Transcript.in(directory.resolve("records"))) {
            transcript.add(record("bars", "BTC-USD", "first"));
            transcript.add(clock);
            transcript.add(record("features", "ETH-USD", "other"));
        }

        assertThat(directory.resolve("records/bars"))
                .hasContent("BTC-USD\tZmlyc3Q=\t" + PLACE + "\nBTC-USD\t-\tclock=0 5 - 0 BTC-USD\t" + PLACE + "\n");
        assertThat(directory.resolve("records/features")).hasContent("ETH-USD\tb3RoZXI=\t" + PLACE + "\n");
    }

    @Test
    void writesNothingWhereNobodyAsked() {
        assertThatCode(() -> {
                    try (var transcript = Transcript.in(null)) {
                        transcript.add(record("bars", "BTC-USD", "first"));
                    }
                })
                .doesNotThrowAnyException();
    }
}
