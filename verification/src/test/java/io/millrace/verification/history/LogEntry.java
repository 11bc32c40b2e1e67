package io.millrace.verification.history;

/**
 * A record as it lies in the broker's own file of a partition, whoever may see it.
 *
 * @param producerId of the producer that wrote it, −1 if it has none
 * @param kind data, or a marker that ends a producer's transaction
 * @param isTransactional written in a transaction
 */
public record LogEntry(Place at, long producerId, boolean isTransactional, Kind kind) {
    /** What a record in a file is. */
    public enum Kind {
        DATA,
        COMMIT,
        ABORT
    }
}
