package io.millrace.verification.chaos;

import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.avro.Schema;

/** The schemas of all topics as a registry had them once: it may be away, or gone for good, afterwards. */
final class KnownSchemas implements SchemaRegistry {
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, Schema> schemas = new HashMap<>();

    /** Reads them now. */
    KnownSchemas(SchemaRegistry registry) {
        for (var topic : Topics.all()) {
            int id = registry.idOf(topic.subject(), topic.codec().schema());
            ids.put(topic.subject(), id);
            schemas.put(id, registry.byId(id));
        }
    }

    @Override
    public int register(String subject, Schema schema) {
        return idOf(subject, schema);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return Optional.ofNullable(ids.get(subject))
                .orElseThrow(() -> new IllegalStateException("there is no subject " + subject));
    }

    @Override
    public Schema byId(int id) {
        return Optional.ofNullable(schemas.get(id))
                .orElseThrow(() -> new NoSuchElementException("there is no schema " + id));
    }
}
