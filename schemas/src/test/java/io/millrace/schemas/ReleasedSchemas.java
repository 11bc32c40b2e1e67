package io.millrace.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * The versions of every topic's schema that were ever released: {@code avro-released/<topic>/1.avsc, 2.avsc, …}, each
 * with all its types inside.
 */
record ReleasedSchemas(Path directory) {
    static final String COMMAND =
            "./mvnw -q -pl schemas -am test -Dtest=ReleasedSchemasTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dschemas.release=true";

    static ReleasedSchemas ofThisModule() {
        return new ReleasedSchemas(Path.of("avro-released"));
    }

    /** In the order of their numbers. */
    List<Schema> versions(String topic) {
        List<Schema> versions = new ArrayList<>();
        for (int number = 1; number <= count(topic); number++) {
            var file = file(topic, number);
            if (!Files.exists(file)) {
                throw new IllegalStateException(
                        "released schema " + file + " is missing: a released version stays for ever, take it back from"
                                + " the repository's history");
            }
            versions.add(parse(file));
        }
        return versions;
    }

    /** What stands against the schema as it is now, a line each; empty if it is the latest released version. */
    List<String> objections(String topic, Schema current) {
        List<String> objections = new ArrayList<>();
        var versions = versions(topic);
        for (int i = 0; i < versions.size(); i++) {
            for (var objection : Compatibility.objections(current, versions.get(i))) {
                objections.add(topic + ", released version " + (i + 1) + ": " + objection);
            }
        }
        boolean isLatest =
                !versions.isEmpty() && versions.get(versions.size() - 1).equals(Contract.of(current));
        if (objections.isEmpty() && !isLatest) {
            objections.add(topic + ": the schema is not released as " + file(topic, versions.size() + 1)
                    + "; release it with: " + COMMAND);
        }
        return objections;
    }

    /** Writes the schema as the next version. */
    void release(String topic, Schema current) throws IOException {
        var file = file(topic, count(topic) + 1);
        Files.createDirectories(file.getParent());
        Files.writeString(file, SchemaFormatter.format("json/pretty", Contract.of(current)) + "\n");
    }

    private int count(String topic) {
        var folder = directory.resolve(topic);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".avsc"))
                    .mapToInt(name -> Integer.parseInt(name.substring(0, name.length() - ".avsc".length())))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String topic, int number) {
        return directory.resolve(topic).resolve(number + ".avsc");
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
