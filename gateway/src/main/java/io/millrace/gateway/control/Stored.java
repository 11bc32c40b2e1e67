package io.millrace.gateway.control;

import java.time.Instant;

/**
 * A version of an entity as it is stored.
 *
 * @param author who wrote it
 * @param createdAt when, by the database's clock
 */
public record Stored<T>(T entity, long version, String author, Instant createdAt) {}
