package io.millrace.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What was on the topics, to compare runs: a file for each topic, a line for each record in the order of its partition,
 *
 * <pre>KEY TAB VALUE|- {TAB HEADER=VALUE}</pre>
 *
 * with values in Base64; headers are text. What differs from run to run by its nature is left out: offset and the time
 * of appending.
 */
final class Transcript implements AutoCloseable {
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
    static Transcript in(Path directory) throws IOException {
        if (directory != null) {
            Files.createDirectories(directory);
        }
        return new Transcript(directory);
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
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
                        line.append('\t').append(header.key()).append('=').append(new String(header.value(), UTF_8)));
        return line.append('\n').toString();
    }

    @Override
    public void close() throws IOException {
        for (var file : files.values()) {
            file.close();
        }
    }
}
