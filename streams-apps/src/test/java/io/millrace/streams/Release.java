package io.millrace.streams;

import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.test.TestRecord;

/**
 * A release whose state is kept: text files of a few columns, bytes in Base64.
 *
 * @param number the directory's name
 */
record Release(int number) {
    private static final Path ALL = Path.of("src/test/resources/states");
    private static final String NONE = "-";

    /** A record and the topic it is in. */
    record Sent(String topic, TestRecord<byte[], byte[]> record) {}

    /** In the order in which they were made. */
    static List<Release> all() throws IOException {
        try (var directories = Files.list(ALL)) {
            return directories
                    .filter(Files::isDirectory)
                    .map(directory ->
                            new Release(Integer.parseInt(directory.getFileName().toString())))
                    .sorted(Comparator.comparingInt(Release::number))
                    .toList();
        }
    }

    boolean exists() {
        return Files.exists(directory());
    }

    /** A registry that has seen the release and was then given today's schemas, as a real one is by an upgrade. */
    SchemaRegistry registry() {
        var registry = new InMemoryRegistry();
        schemas().forEach((topic, schema) -> registry.register(topic + "-value", schema));
        Topics.all()
                .forEach(topic ->
                        registry.register(topic.subject(), topic.codec().schema()));
        return registry;
    }

    /** The schema of each topic as the release knew it, in the order of their ids. */
    Map<String, Schema> schemas() {
        var schemas = new LinkedHashMap<String, Schema>();
        lines("schemas")
                .map(line -> line.split(" ", 2))
                .forEach(columns -> schemas.put(columns[0], new Schema.Parser().parse(columns[1])));
        return schemas;
    }

    void writeSchemas() {
        write(
                "schemas",
                Topics.all().stream()
                        .map(topic -> topic.name() + " " + topic.codec().schema()));
    }

    /** Records that were kept under a name. */
    List<Sent> records(String name) {
        return lines(name).map(line -> sent(line.split(" "))).toList();
    }

    void writeRecords(String name, List<Sent> records) {
        write(name, records.stream().map(Release::line));
    }

    /** What the release kept in a store. */
    SortedMap<Bytes, byte[]> state(String store) {
        var state = new TreeMap<Bytes, byte[]>();
        lines(store)
                .map(line -> line.split(" "))
                .forEach(columns -> state.put(Bytes.wrap(bytes(columns[0])), bytes(columns[1])));
        return state;
    }

    void writeState(String store, Map<Bytes, byte[]> state) {
        write(store, state.entrySet().stream().map(entry -> text(entry.getKey().get()) + " " + text(entry.getValue())));
    }

    /** The catalogue's topic of that name, null if there is none. */
    static Topic<?> topic(String name) {
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "release " + number;
    }

    private static String line(Sent sent) {
        var columns = new ArrayList<>(List.of(
                sent.topic(), text(sent.record().key()), text(sent.record().value())));
        for (var header : sent.record().headers()) {
            columns.add(header.key() + "=" + text(header.value()));
        }
        return String.join(" ", columns);
    }

    private static Sent sent(String[] columns) {
        var headers = new RecordHeaders();
        Stream.of(columns).skip(3).forEach(header -> {
            var parts = header.split("=", 2);
            headers.add(parts[0], bytes(parts[1]));
        });
        return new Sent(columns[0], new TestRecord<>(bytes(columns[1]), bytes(columns[2]), headers));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? NONE : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.equals(NONE) ? null : Base64.getDecoder().decode(text);
    }

    private Stream<String> lines(String name) {
        try {
            return Files.readAllLines(file(name)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, Stream<String> lines) {
        try {
            Files.createDirectories(directory());
            Files.write(file(name), lines.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path directory() {
        return ALL.resolve(Integer.toString(number));
    }

    private Path file(String name) {
        return directory().resolve(name + ".txt");
    }
}
