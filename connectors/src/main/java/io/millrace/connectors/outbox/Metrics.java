package io.millrace.connectors.outbox;

/** Names of this connector's metrics. */
final class Metrics {
    /** Rows published, tag {@code topic}. */
    static final String ROWS = "outbox.rows";
    /** Rows refused, tag {@code code}. */
    static final String REFUSED = "outbox.refused";
    /** From a row's transaction to the commit in Kafka. */
    static final String LATENCY = "outbox.latency";
    /** Rows that came a second time; none ever should. */
    static final String REPEATED = "outbox.sequence.repeated";
    /** Sequences that did not come: their transaction was rolled back, or they were lost. */
    static final String MISSING = "outbox.sequence.missing";
    /** Starts of the engine. */
    static final String STARTS = "outbox.engine.starts";
    /** Write-ahead log that Postgres keeps for the slot, in bytes. */
    static final String SLOT_LAG = "outbox.slot.lag.bytes";

    private Metrics() {}
}
