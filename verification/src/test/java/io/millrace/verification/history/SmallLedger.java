package io.millrace.verification.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.connectors.ledger.WrittenLedger;
import io.millrace.schemas.SchemaRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the real ledger makes of records, in a real Postgres: one for all, a database for each history. */
final class SmallLedger {
    private static final String USER = "postgres";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private SmallLedger() {}

    static List<LedgerRow> of(List<RawRecord> records, SchemaRegistry registry) {
        try (var ledger = WrittenLedger.write(
                create(),
                USER,
                USER,
                registry,
                records.stream().map(SmallLedger::polled).toList())) {
            return LedgerTables.rows(ledger);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsumerRecord<byte[], byte[]> polled(RawRecord record) {
        var at = record.at();
        return new ConsumerRecord<>(
                at.topic(), at.partition(), at.offset(), record.key().getBytes(UTF_8), record.value());
    }

    /** URL of an empty database. */
    private static String create() throws SQLException {
        var name = "small_" + NUMBER.incrementAndGet();
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return POSTGRES.getJdbcUrl(USER, name);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
