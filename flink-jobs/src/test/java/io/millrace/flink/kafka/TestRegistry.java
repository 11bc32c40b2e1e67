package io.millrace.flink.kafka;

import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;

/** One registry for all functions of a test process, with every subject of the catalogue. */
public final class TestRegistry implements Registry {
    private static final long serialVersionUID = 1;
    private static final SchemaRegistry SHARED = new InMemoryRegistry();

    static {
        Topics.all()
                .forEach(topic -> SHARED.register(topic.subject(), topic.codec().schema()));
    }

    @Override
    public SchemaRegistry connect() {
        return SHARED;
    }
}
