package io.millrace.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicFollowerTest {
    private static final List<Topic<?>> TOPICS = List.of(
            Topics.DECISIONS, Topics.APPROVED_ORDERS, Topics.EXECUTION_REPORTS, Topics.POSITIONS, Topics.EQUITY);

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Views views = Views.empty();
    private final Queue<MockConsumer<byte[], byte[]>> consumers = new ArrayDeque<>();
    private final TopicFollower follower = new TopicFollower(consumers::remove, registry, views.feeds(), metrics);

    @AfterEach
    void stop() {
        follower.close();
    }

    @Test
    void fillsTheViewsFromTheBeginningOfTheTopics() {
        var consumer = consumer(
                TOPICS,
                Map.of(Topics.DECISIONS, 2L, Topics.EXECUTION_REPORTS, 1L, Topics.POSITIONS, 1L, Topics.EQUITY, 1L));
        consumer.schedulePollTask(() -> {
            add(consumer, Topics.DECISIONS, 0, encode(Topics.DECISIONS, Events.approved(Events.intent("o1"))));
            add(consumer, Topics.DECISIONS, 1, null);
            add(consumer, Topics.EXECUTION_REPORTS, 0, encode(Topics.EXECUTION_REPORTS, Events.accepted("o1", 1)));
            add(consumer, Topics.POSITIONS, 0, encode(Topics.POSITIONS, Events.position("alice", "1", "800")));
            add(consumer, Topics.EQUITY, 0, encode(Topics.EQUITY, Events.equity("alice", "1010")));
        });
        assertThat(follower.isLoaded()).isFalse();

        follower.start();

        await().until(follower::isLoaded);
        assertThat(views.orders().find("o1").orElseThrow().status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(views.positions().all(position -> true)).containsExactly(Events.position("alice", "1", "800"));
        assertThat(views.equity().latest("alice")).hasValue(Events.equity("alice", "1010"));
    }

    @Test
    void leavesOutAndCountsWhatItCannotDecode() {
        var consumer = consumer(TOPICS, Map.of(Topics.POSITIONS, 2L));
        consumer.schedulePollTask(() -> {
            add(consumer, Topics.POSITIONS, 0, new byte[] {1, 2, 3});
            add(consumer, Topics.POSITIONS, 1, encode(Topics.POSITIONS, Events.position("alice", "1", "800")));
        });

        follower.start();

        await().until(follower::isLoaded);
        assertThat(views.positions().all(position -> true)).hasSize(1);
        assertThat(count(TopicReader.UNDECODABLE)).isEqualTo(1);
        assertThat(count(TopicReader.RECORDS)).isEqualTo(1);
    }

    @Test
    void waitsForTopicsThatDoNotExistYet() {
        consumer(List.of(Topics.DECISIONS), Map.of());
        consumer(TOPICS, Map.of());

        follower.start();

        await().until(follower::isLoaded);
        assertThat(consumers).isEmpty();
    }

    @Test
    void readsAgainAfterKafkaFailed() {
        var failing = consumer(TOPICS, Map.of(Topics.EQUITY, 1L));
        failing.schedulePollTask(() -> failing.setPollException(new KafkaException("the broker is gone")));
        var working = consumer(TOPICS, Map.of(Topics.EQUITY, 1L));
        working.schedulePollTask(
                () -> add(working, Topics.EQUITY, 0, encode(Topics.EQUITY, Events.equity("alice", "1010"))));

        follower.start();

        await().until(() -> views.equity().latest("alice").isPresent());
        await().until(follower::isLoaded);
    }

    private double count(String counter) {
        return metrics.get(counter)
                .tag("topic", Topics.POSITIONS.name())
                .counter()
                .count();
    }

    /** A consumer that knows these topics, each with one partition that holds so many records. */
    private MockConsumer<byte[], byte[]> consumer(List<Topic<?>> topics, Map<Topic<?>, Long> records) {
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        for (var topic : topics) {
            var partition = new TopicPartition(topic.name(), 0);
            var node = new Node(0, "localhost", 9092);
            consumer.updatePartitions(
                    topic.name(),
                    List.of(new PartitionInfo(topic.name(), 0, node, new Node[] {node}, new Node[] {node})));
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.updateEndOffsets(Map.of(partition, records.getOrDefault(topic, 0L)));
        }
        consumers.add(consumer);
        return consumer;
    }

    private void add(MockConsumer<byte[], byte[]> consumer, Topic<?> topic, long offset, byte[] value) {
        consumer.addRecord(new ConsumerRecord<>(topic.name(), 0, offset, new byte[0], value));
    }

    private <V> byte[] encode(Topic<V> topic, V value) {
        registry.register(topic.subject(), topic.codec().schema());
        return new TopicSerde<>(topic, registry).encode(value);
    }
}
