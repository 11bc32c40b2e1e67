package io.millrace.research.train;

import io.millrace.core.market.Bar;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the time bars of a series from market.bars: all that are committed, up to where the topic ends now. */
public final class BarHistory {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicSerde<Bar> bars;

    BarHistory(Consumer<byte[], byte[]> consumer, SchemaRegistry registry) {
        this.consumer = consumer;
        bars = new TopicSerde<>(Topics.BARS, registry);
    }

    /**
     * Reads from a broker.
     *
     * @param kafka bootstrap servers
     */
    public static List<Bar> read(String kafka, SchemaRegistry registry, BarSeries series) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                "false");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return new BarHistory(consumer, registry).read(series);
        }
    }

    /**
     * The bars in the order of their open time, each as it was stated first: a model learns from what it would have seen.
     * Restatements are left out, and so are bars that exist only as one.
     */
    List<Bar> read(BarSeries series) {
        var partitions = consumer.partitionsFor(Topics.BARS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        byte[] key = series.instrument().toString().getBytes(StandardCharsets.UTF_8);
        var byOpenTime = new TreeMap<Long, Bar>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                // Clocks have no value.
                if (record.value() != null && Arrays.equals(record.key(), key)) {
                    var bar = bars.decode(record.value());
                    if (series.contains(bar) && !bar.isRestatement()) {
                        byOpenTime.put(bar.openTimeNanos(), bar);
                    }
                }
            }
        }
        return new ArrayList<>(byOpenTime.values());
    }
}
