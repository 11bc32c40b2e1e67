package io.millrace.schemas;

import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.apache.avro.Schema;

/** Where schemas get the number that stands for them in every record. Implementations may be shared by threads. */
public interface SchemaRegistry {
    /**
     * Puts the subject under FULL_TRANSITIVE compatibility and registers the schema as its latest version, unless it is
     * already one of its versions.
     *
     * @return the schema's id, the same at every call
     * @throws IllegalStateException if the registry refuses the schema, for example as incompatible
     * @throws UncheckedIOException if the registry cannot be reached
     */
    int register(String subject, Schema schema);

    /**
     * The id of a registered schema.
     *
     * @throws IllegalStateException if it is not registered under the subject
     * @throws UncheckedIOException if the registry cannot be reached
     */
    int idOf(String subject, Schema schema);

    /**
     * The schema with an id.
     *
     * @throws NoSuchElementException if there is none
     * @throws UncheckedIOException if the registry cannot be reached
     */
    Schema byId(int id);
}
