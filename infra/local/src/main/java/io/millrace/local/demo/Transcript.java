package io.millrace.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What was on the topics, to check and to compare runs: a file for each topic, a line for each record in the order of its
 * partition,
 *
 * <pre>KEY TAB VALUE|- {TAB HEADER=VALUE} TAB @partition=N TAB @offset=N TAB @appended=MILLIS</pre>
 *
 * with values in Base64; headers are text. What differs from run to run by its nature is at the end. Beside the topics
 * the file {@value #SCHEMAS} holds the schema of each id, {@value #LEDGER} the rows of the ledger and {@value #ORDERS}
 * the orders that the gateway shows, a JSON object on each line.
 */
public final class Transcript implements AutoCloseable {
    private static final String SCHEMAS = "schemas";
    private static final String LEDGER = "ledger";
    private static final String ORDERS = "orders";

    private final Path directory;
    private final Map<String, Writer> files = new HashMap<>();

    private Transcript(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes to a directory.
     *
     * @param directory null to write nothing
     */
    public static Transcript in(Path directory) throws IOException {
        if (directory != null) {
            Files.createDirectories(directory);
        }
        return new Transcript(directory);
    }

    /** Adds a record to its topic's file. */
    public void add(ConsumerRecord<byte[], byte[]> record) {
        if (directory == null) {
            return;
        }
        try {
            var file = files.get(record.topic());
            if (file == null) {
                file = Files.newBufferedWriter(directory.resolve(record.topic()));
                files.put(record.topic(), file);
            }
            file.write(line(record));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(ConsumerRecord<byte[], byte[]> record) {
        var line = new StringBuilder();
        line.append(record.key() == null ? "" : new String(record.key(), UTF_8));
        line.append('\t')
                .append(record.value() == null ? "-" : Base64.getEncoder().encodeToString(record.value()));
        record.headers()
                .forEach(header ->
                        line.append('\t').append(header.key()).append('=').append(text(header.value())));
        line.append("\t@partition=").append(record.partition());
        line.append("\t@offset=").append(record.offset());
        line.append("\t@appended=").append(record.timestamp());
        return line.append('\n').toString();
    }

    /** Adds the schemas of all topics, each with its id. */
    public void schemas(SchemaRegistry registry) throws IOException {
        var lines = new ArrayList<String>();
        for (var topic : Topics.all()) {
            int id = registry.idOf(topic.subject(), topic.codec().schema());
            lines.add(id + "\t" + registry.byId(id));
        }
        add(SCHEMAS, lines);
    }

    /** Adds what the ledger holds, {@code TABLE TAB ROW}. */
    void ledger(List<String> rows) throws IOException {
        add(LEDGER, rows);
    }

    /** Adds what the gateway shows of each order. */
    void orders(List<String> orders) throws IOException {
        add(ORDERS, orders);
    }

    private void add(String file, List<String> lines) throws IOException {
        if (directory != null) {
            Files.write(directory.resolve(file), lines);
        }
    }

    /** On one line, in one cell. */
    private static String text(byte[] header) {
        return header == null
                ? ""
                : new String(header, UTF_8).replace('\t', ' ').replace('\n', ' ');
    }

    @Override
    public void close() throws IOException {
        for (var file : files.values()) {
            file.close();
        }
    }
}
