package io.millrace.streams.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Schemas that releases wrote state with, so that every later one can read it: the lines of {@code released-states.jsonl},
 * one schema in each. Records of topics that wait in a state are among them.
 */
public final class ReleasedSchemas {
    private static final Map<String, List<Schema>> BY_NAME = read();

    private ReleasedSchemas() {}

    /** The earlier forms of a record, by its full name; none if no release has stored it. */
    static List<Schema> of(String fullName) {
        return BY_NAME.getOrDefault(fullName, List.of());
    }

    /** All of them. */
    public static Collection<Schema> all() {
        return BY_NAME.values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, List<Schema>> read() {
        var file = Objects.requireNonNull(ReleasedSchemas.class.getResourceAsStream("released-states.jsonl"));
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines()
                    .map(line -> new Schema.Parser().parse(line))
                    .collect(Collectors.groupingBy(Schema::getFullName, TreeMap::new, Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
