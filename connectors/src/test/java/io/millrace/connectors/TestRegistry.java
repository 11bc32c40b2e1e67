package io.millrace.connectors;

import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.Topics;

/** A registry that gives the catalogue's schemas the same ids in every process. */
public final class TestRegistry {
    private TestRegistry() {}

    public static InMemoryRegistry create() {
        var registry = new InMemoryRegistry();
        Topics.all()
                .forEach(topic ->
                        registry.register(topic.subject(), topic.codec().schema()));
        return registry;
    }
}
