package io.millrace.streams;

import io.millrace.core.clock.Clock;
import io.millrace.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.apache.kafka.streams.test.TestRecord;

/** One topology under test, that can be stopped and started again on the state it left. */
final class StageDriver implements AutoCloseable {
    private final Supplier<Topology> topology;
    private final Path root;
    private final Wire wire;
    private final List<ControlRecord> control = new ArrayList<>();
    private int starts;
    private TopologyTestDriver driver;

    private record ControlRecord(Topic<?> topic, TestRecord<byte[], byte[]> version) {
        void into(StageDriver stage) {
            stage.pipe(topic, version);
        }
    }

    StageDriver(Wire wire, Path root, Supplier<Topology> topology) {
        this.wire = wire;
        this.root = root;
        this.topology = topology;
        start();
    }

    /** Puts a version of something into its global store, now and after every start. */
    <V> void control(Topic<V> topic, V value) {
        control(topic, wire.value(topic, value));
    }

    /** The same with a record as it is in the topic. */
    void control(Topic<?> topic, TestRecord<byte[], byte[]> version) {
        var known = new ControlRecord(topic, version);
        control.add(known);
        known.into(this);
    }

    void pipe(Topic<?> topic, TestRecord<byte[], byte[]> sent) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(sent);
    }

    <V> void value(Topic<V> topic, V value) {
        pipe(topic, wire.value(topic, value));
    }

    void clock(Topic<?> topic, String key, Clock clock) {
        pipe(topic, wire.clock(key, clock));
    }

    List<TestRecord<byte[], byte[]>> read(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** The values that came out since the last reading; clocks are left out. */
    <V> List<V> values(Topic<V> topic) {
        return read(topic.name()).stream()
                .filter(received -> received.value() != null)
                .map(received -> wire.decode(topic, received.value()))
                .toList();
    }

    /** The clocks that came out since the last reading; values are left out. */
    List<Clock> clocks(Topic<?> topic) {
        return read(topic.name()).stream()
                .filter(received -> received.value() == null)
                .map(received -> wire.clockOf(received.headers()).orElseThrow())
                .toList();
    }

    void pass(Duration wallTime) {
        driver.advanceWallClockTime(wallTime);
    }

    TopologyTestDriver driver() {
        return driver;
    }

    /** Stops without notice and starts again on what was committed. */
    void restart() {
        driver.getAllStateStores().values().forEach(store -> {
            if (store.persistent()) {
                store.flush();
            }
        });
        var left = directory();
        starts++;
        copy(left, directory());
        driver.close();
        start();
        control.forEach(version -> version.into(this));
    }

    /** What a store holds. */
    SortedMap<Bytes, byte[]> state(String store) {
        var state = new TreeMap<Bytes, byte[]>();
        try (var entries = written(store).all()) {
            entries.forEachRemaining(entry -> state.put(entry.key, entry.value));
        }
        return state;
    }

    /** Starts again on what a store is to hold. */
    void restart(String store, Map<Bytes, byte[]> state) {
        state.forEach(written(store)::put);
        restart();
    }

    @SuppressWarnings("unchecked")
    private KeyValueStore<Bytes, byte[]> written(String store) {
        var stage = (WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>) driver.getStateStore(store);
        return stage.wrapped();
    }

    @Override
    public void close() {
        driver.close();
    }

    private void start() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory().toString());
        driver = new TopologyTestDriver(topology.get(), config);
    }

    private Path directory() {
        return root.resolve("start-" + starts);
    }

    /** RocksDB tidies up on its own, so a copy counts only if what it lists did not change meanwhile. */
    private static void copy(Path from, Path to) {
        Map<Path, Long> before;
        do {
            before = listings(from);
        } while (!copied(from, to) || !before.equals(listings(from)));
    }

    private static Map<Path, Long> listings(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("MANIFEST"))
                    .collect(Collectors.toMap(
                            Function.identity(), file -> file.toFile().length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException tidiedUp) {
            return Map.of();
        }
    }

    private static boolean copied(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.endsWith("LOCK")) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return true;
        } catch (NoSuchFileException | UncheckedIOException tidiedUp) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
