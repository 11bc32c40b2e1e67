package io.millrace.verification.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.Driven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What goes wrong in the broker itself: its disk, its quota, its contents. */
final class BrokerFaults implements AutoCloseable {
    private static final double FEW_BYTES_PER_SECOND = 4_096;
    private static final Duration HEALING = Duration.ofMinutes(4);
    private static final long RETRY_MILLIS = 200;
    /** Room for a part of a record: the write that hits the quota is torn. */
    private static final long ROOM_BYTES = 37;

    /** Header that tells poison from what the platform wrote. */
    static final String POISON = "poison";

    private static final String UNLIMITED = "unlimited";
    private static final String QUOTA = "producer_byte_rate";

    private final Path data;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Driven.Poison> poison = Collections.synchronizedList(new ArrayList<>());

    /** @param data the broker's log directory */
    BrokerFaults(String kafka, Path data) {
        this.data = data;
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "chaos"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Ends by itself when the broker has died of it, else after the fault's time. Returns whether it could. */
    boolean fillDisk(ProcessHandle broker, Fault fault, ObjectNode event) throws IOException, InterruptedException {
        long quota = largestSegment(fault.target()) + ROOM_BYTES;
        event.put("quotaBytes", quota);
        if (!Processes.limitFiles(broker, Long.toString(quota))) {
            return false;
        }
        try {
            broker.onExit()
                    .completeOnTimeout(broker, fault.forMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } finally {
            event.put("brokerDied", !broker.isAlive());
            Processes.limitFiles(broker, UNLIMITED);
        }
        return true;
    }

    void throttle(long forMillis) throws ExecutionException, InterruptedException {
        quota(FEW_BYTES_PER_SECOND);
        try {
            TimeUnit.MILLISECONDS.sleep(forMillis);
        } finally {
            unthrottle();
        }
    }

    /** Returns when no producer is held back: a broker that is away keeps its quota, and is asked again. */
    void unthrottle() throws InterruptedException {
        long deadline = System.nanoTime() + HEALING.toNanos();
        while (true) {
            try {
                quota(null);
                return;
            } catch (ExecutionException notNow) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the quota stays after " + HEALING.toSeconds() + " s", notNow);
                }
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
        }
    }

    /** Two records: one that no registry knows the schema of, and one that is not even in the wire format. */
    void poison(String topic) throws ExecutionException, InterruptedException {
        poison(topic, ("\0\0\u007f\u007f\u007f poison for " + topic).getBytes(UTF_8));
        poison(topic, ("poison for " + topic).getBytes(UTF_8));
    }

    /** All that was put in. */
    List<Driven.Poison> poison() {
        return List.copyOf(poison);
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private void poison(String name, byte[] value) throws ExecutionException, InterruptedException {
        var topic = Topics.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var record = new ProducerRecord<>(name, key(topic).getBytes(UTF_8), value);
        record.headers().add(POISON, "chaos".getBytes(UTF_8));
        producer.send(record).get();
        poison.add(new Driven.Poison(name, value));
    }

    /** Among the records that matter most; where only the latest of a key is kept, beside them. */
    private static String key(Topic<?> topic) {
        if (topic.cleanup() == Topic.Cleanup.COMPACT) {
            return "poison";
        }
        return topic.spread() == Topic.Spread.BY_INSTRUMENT ? Market.INSTRUMENT : Market.ACCOUNT;
    }

    private void quota(Double bytesPerSecond) throws ExecutionException, InterruptedException {
        var everybody = new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, null));
        admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                        everybody, List.of(new ClientQuotaAlteration.Op(QUOTA, bytesPerSecond)))))
                .all()
                .get();
    }

    private long largestSegment(String topic) throws IOException {
        try (Stream<Path> files = Files.walk(data, 2)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> file.getParent().getFileName().toString().matches(Pattern.quote(topic) + "-\\d+"))
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElse(0);
        }
    }
}
