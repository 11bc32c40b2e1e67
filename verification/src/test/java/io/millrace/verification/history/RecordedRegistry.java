package io.millrace.verification.history;

import io.millrace.schemas.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.avro.Schema;

/** The schemas that a run used, each under its id; knows nothing of subjects. */
final class RecordedRegistry implements SchemaRegistry {
    private final Map<Integer, Schema> schemas = new HashMap<>();

    private RecordedRegistry() {}

    /** Reads lines of {@code ID TAB SCHEMA}. */
    static RecordedRegistry in(Path file) throws IOException {
        var registry = new RecordedRegistry();
        for (var line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            registry.schemas.put(
                    Integer.parseInt(line.substring(0, tab)), new Schema.Parser().parse(line.substring(tab + 1)));
        }
        return registry;
    }

    @Override
    public int register(String subject, Schema schema) {
        throw new UnsupportedOperationException("a record of what was");
    }

    @Override
    public int idOf(String subject, Schema schema) {
        throw new UnsupportedOperationException("a record of what was");
    }

    @Override
    public Schema byId(int id) {
        var schema = schemas.get(id);
        if (schema == null) {
            throw new NoSuchElementException("the run did not record schema " + id);
        }
        return schema;
    }
}
