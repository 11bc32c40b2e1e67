package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.gateway.json.Fields;
import java.time.Instant;

/**
 * The JSON of an entity that people keep in versions, beside its id and version: what they send, what is stored, what
 * they get.
 *
 * @param <T> the entity
 */
public interface Document<T> {
    /** Name of the id's field. */
    String idField();

    String id(T entity);

    long version(T entity);

    long effectiveFromNanos(T entity);

    /**
     * Reads the fields and calls {@link Fields#done}, which throws if any is wrong.
     *
     * @param now what {@code effectiveFrom} is if it is missing
     */
    Draft<T> read(String id, Fields fields, Instant now);

    /** Writes what {@link #read} reads. */
    ObjectNode write(T entity);

    /** A valid entity whose version is not known yet. */
    @FunctionalInterface
    interface Draft<T> {
        T version(long version);
    }
}
