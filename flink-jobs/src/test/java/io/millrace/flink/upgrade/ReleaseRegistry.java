package io.millrace.flink.upgrade;

import io.millrace.flink.kafka.Registry;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A registry that has seen a release and was then given today's schemas, as a real one is by an upgrade: what the
 * release wrote keeps its schema ids.
 *
 * @param release its number
 */
record ReleaseRegistry(int release) implements Registry {
    private static final Map<Integer, SchemaRegistry> OPEN = new ConcurrentHashMap<>();

    @Override
    public SchemaRegistry connect() {
        return OPEN.computeIfAbsent(release, ReleaseRegistry::upgraded);
    }

    private static SchemaRegistry upgraded(int release) {
        var registry = new InMemoryRegistry();
        try {
            for (var known : new Release(release).schemas()) {
                int id = registry.register(known.subject(), known.schema());
                if (id != known.id()) {
                    throw new IllegalStateException(known + " got the id " + id);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Topics.all()
                .forEach(topic ->
                        registry.register(topic.subject(), topic.codec().schema()));
        return registry;
    }
}
