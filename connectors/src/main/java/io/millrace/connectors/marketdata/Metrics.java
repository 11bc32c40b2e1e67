package io.millrace.connectors.marketdata;

/** Names of this connector's metrics. */
final class Metrics {
    /** Records that the broker has acknowledged: trades, clocks and refused lines. */
    static final String PUBLISHED = "marketdata.acknowledged";
    /** Refused lines, tag {@code code}. */
    static final String REFUSED = "marketdata.refused";

    private Metrics() {}
}
