package io.millrace.streams;

import io.millrace.schemas.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.streams.test.TestRecord;

/** The three topologies wired together by queues; which queue moves next is for the test to choose. */
final class WholeLoop implements Feed.Sink {
    /** A topic on its way to one of its readers. */
    private record Pipe(Topic<?> topic, StageDriver reader, Deque<TestRecord<byte[], byte[]>> waiting) {}

    private final List<Pipe> pipes = new ArrayList<>();
    private final Map<String, List<TestRecord<byte[], byte[]>>> sent = new HashMap<>();
    private final List<StageDriver> stages = new ArrayList<>();

    void read(StageDriver reader, Topic<?>... topics) {
        stages.add(reader);
        for (var topic : topics) {
            pipes.add(new Pipe(topic, reader, new ArrayDeque<>()));
            sent.putIfAbsent(topic.name(), new ArrayList<>());
        }
    }

    void keep(Topic<?>... topics) {
        for (var topic : topics) {
            sent.putIfAbsent(topic.name(), new ArrayList<>());
        }
    }

    @Override
    public void send(Topic<?> topic, TestRecord<byte[], byte[]> record) {
        sent.get(topic.name()).add(record);
        pipes.stream().filter(pipe -> pipe.topic().equals(topic)).forEach(pipe -> pipe.waiting()
                .add(record));
    }

    /** Moves records until all have arrived; each time from a queue that chance picks. */
    void run(RandomGenerator random, double restarts) {
        for (var ready = ready(); !ready.isEmpty(); ready = ready()) {
            var pipe = ready.get(random.nextInt(ready.size()));
            int burst = 1 + random.nextInt(20);
            for (int i = 0; i < burst && !pipe.waiting().isEmpty(); i++) {
                pipe.reader().pipe(pipe.topic(), pipe.waiting().poll());
                collect(pipe.reader());
            }
            if (random.nextDouble() < restarts) {
                stages.get(random.nextInt(stages.size())).restart();
            }
        }
    }

    List<TestRecord<byte[], byte[]>> sent(Topic<?> topic) {
        return sent.get(topic.name());
    }

    List<TestRecord<byte[], byte[]>> deadLetters(Topic<?> topic) {
        return sent.getOrDefault(topic.name() + ".dlq", List.of());
    }

    private void collect(StageDriver stage) {
        for (var name : stage.driver().producedTopicNames()) {
            for (var received : stage.read(name)) {
                pipes.stream().filter(pipe -> pipe.topic().name().equals(name)).forEach(pipe -> pipe.waiting()
                        .add(received));
                sent.computeIfAbsent(name, n -> new ArrayList<>()).add(received);
            }
        }
    }

    private List<Pipe> ready() {
        return pipes.stream().filter(pipe -> !pipe.waiting().isEmpty()).toList();
    }
}
