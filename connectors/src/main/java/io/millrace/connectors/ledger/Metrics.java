package io.millrace.connectors.ledger;

/** Names of this connector's metrics. */
final class Metrics {
    /** Records taken, tag {@code topic}. */
    static final String RECORDS = "ledger.records";
    /** Records refused, tag {@code code}. */
    static final String REFUSED = "ledger.refused";
    /** Time of one database transaction. */
    static final String TRANSACTION = "ledger.transaction";
    /** Times the ledger had to begin anew from its progress. */
    static final String RESTARTS = "ledger.restarts";
    /** Records between the progress and the topics' ends. */
    static final String LAG = "ledger.lag";

    private Metrics() {}
}
