package io.millrace.connectors.ledger;

import io.millrace.schemas.process.Settings;

/** @param postgresUrl JDBC URL */
record LedgerSettings(String kafka, String registry, String postgresUrl, String postgresUser, String postgresPassword) {
    static final String SCHEMA = "ledger";
    static final String STAGE = "ledger";

    static LedgerSettings of(Settings settings) {
        return new LedgerSettings(
                settings.text("MILLRACE_KAFKA"),
                settings.url("MILLRACE_REGISTRY"),
                settings.text("MILLRACE_POSTGRES"),
                settings.text("MILLRACE_POSTGRES_USER"),
                settings.text("MILLRACE_POSTGRES_PASSWORD"));
    }

    @Override
    public String toString() {
        return "LedgerSettings[" + kafka + ", " + registry + ", " + postgresUrl + ", " + postgresUser + "]";
    }
}
