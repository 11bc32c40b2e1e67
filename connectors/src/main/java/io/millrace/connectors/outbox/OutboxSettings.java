package io.millrace.connectors.outbox;

import io.millrace.schemas.process.Settings;
import java.time.Duration;

/**
 * @param postgresUrl JDBC URL
 * @param poll how long rows are gathered into one transaction: half of it is added to a row's latency, and the engine
 *     keeps a processor busy for about 1 ms of each
 * @param heartbeat how often an idle connector confirms its place, so that Postgres can drop its log
 */
record OutboxSettings(
        String kafka,
        String postgresUrl,
        String postgresUser,
        String postgresPassword,
        Duration poll,
        Duration heartbeat) {
    /** Made by the migration that makes the outbox. */
    static final String PUBLICATION = "millrace_outbox";

    static final String SLOT = "millrace_outbox";
    static final String TABLE = "control.outbox";
    /** Source offsets; compacted, one partition. */
    static final String OFFSETS = "connectors.outbox.offsets.v1";
    /** Stands for the outbox as a source in its dead letters. */
    static final String SOURCE = "connectors.outbox.v1";

    static OutboxSettings of(Settings settings) {
        return new OutboxSettings(
                settings.text("MILLRACE_KAFKA"),
                settings.text("MILLRACE_POSTGRES"),
                settings.text("MILLRACE_POSTGRES_USER"),
                settings.text("MILLRACE_POSTGRES_PASSWORD"),
                settings.duration("MILLRACE_OUTBOX_POLL", Duration.ofMillis(10)),
                settings.duration("MILLRACE_OUTBOX_HEARTBEAT", Duration.ofSeconds(10)));
    }

    @Override
    public String toString() {
        return "OutboxSettings[" + kafka + ", " + postgresUrl + ", " + postgresUser + "]";
    }
}
