package io.millrace.connectors.outbox;

import io.debezium.connector.postgresql.PostgresConnector;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The engine's configuration. */
final class EngineConfig {
    static final String NAME = "millrace-outbox";

    private EngineConfig() {}

    /**
     * @param systemId Postgres' own identity of its data: part of the source's name, so that the place in one database's
     *     log is never taken for a place in another's
     */
    static Properties of(OutboxSettings settings, String systemId) {
        var url = Driver.parseURL(settings.postgresUrl(), new Properties());
        if (url == null) {
            throw new IllegalArgumentException(
                    "MILLRACE_POSTGRES must be jdbc:postgresql://HOST:PORT/DATABASE, was " + settings.postgresUrl());
        }
        var config = new Properties();
        config.putAll(Map.of(
                "name", NAME,
                "connector.class", PostgresConnector.class.getName(),
                "topic.prefix", source(systemId),
                "database.hostname", PGProperty.PG_HOST.getOrDefault(url),
                "database.port", PGProperty.PG_PORT.getOrDefault(url),
                "database.dbname", PGProperty.PG_DBNAME.getOrDefault(url),
                "database.user", settings.postgresUser(),
                "database.password", settings.postgresPassword()));
        config.putAll(Map.of(
                "plugin.name", "pgoutput",
                "publication.name", OutboxSettings.PUBLICATION,
                "publication.autocreate.mode", "disabled",
                "slot.name", OutboxSettings.SLOT,
                "table.include.list", OutboxSettings.TABLE,
                "snapshot.mode", "no_data",
                "skipped.operations", "u,d,t",
                "binary.handling.mode", "bytes",
                "tombstones.on.delete", "false"));
        // An idle outbox still has to move on in the log, or Postgres keeps all of it.
        config.putAll(Map.of(
                "heartbeat.interval.ms",
                Long.toString(settings.heartbeat().toMillis()),
                "heartbeat.action.query",
                "SELECT pg_logical_emit_message(false, 'millrace', '')"));
        config.putAll(Map.of(
                "offset.storage",
                CommittedOffsets.class.getName(),
                CommittedOffsets.BOOTSTRAP,
                settings.kafka(),
                "offset.flush.interval.ms",
                "0",
                "poll.interval.ms",
                Long.toString(settings.poll().toMillis()),
                "max.batch.size",
                "1000",
                "max.queue.size",
                "4000",
                "max.queue.size.in.bytes",
                "16000000",
                "record.processing.threads",
                "1",
                // Whatever goes wrong ends the engine; the connector starts a new one.
                "errors.max.retries",
                "0"));
        // At its start the engine opens the slot, closes it and opens it again, and Postgres may need a moment in
        // between.
        config.putAll(Map.of("slot.max.retries", "40", "slot.retry.delay.ms", "100"));
        return config;
    }

    /** The name of the database as a source. */
    static String source(String systemId) {
        return "millrace_" + systemId;
    }
}
