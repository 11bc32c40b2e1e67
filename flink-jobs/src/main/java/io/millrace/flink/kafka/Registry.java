package io.millrace.flink.kafka;

import io.millrace.schemas.ConfluentRegistry;
import io.millrace.schemas.SchemaRegistry;
import java.io.Serializable;

/** How a function gets to the schema registry when it opens. */
@FunctionalInterface
public interface Registry extends Serializable {
    SchemaRegistry connect();

    /**
     * A real registry.
     *
     * @param url base URL of its Confluent API
     */
    static Registry at(String url) {
        return () -> ConfluentRegistry.at(url);
    }
}
