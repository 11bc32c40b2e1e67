package io.millrace.connectors.ledger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.connectors.kafka.KafkaClients;
import io.millrace.connectors.ledger.Progress.ConflictException;
import io.millrace.schemas.SchemaRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The ledger's own writer without a broker: for those who have the records already. */
public final class WrittenLedger {
    private static final String NO_BROKER = "127.0.0.1:1";

    private WrittenLedger() {}

    /**
     * Makes the tables in an empty database and writes records into them.
     *
     * @param records of any topics, per partition in the order of their offsets; those that the ledger keeps can be read
     * @return a connection to the tables
     */
    public static Connection write(
            String url,
            String user,
            String password,
            SchemaRegistry registry,
            List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException {
        var connection = new LedgerDatabase(new LedgerSettings(NO_BROKER, "none", url, user, password)).connect();
        var decoders = new Decoders(registry);
        var progress = new Progress(connection);
        try (var refused = new RefusedRecords(new KafkaClients(NO_BROKER, "none"), new SimpleMeterRegistry())) {
            var kept = records.stream()
                    .filter(record -> decoders.topics().contains(record.topic()))
                    .toList();
            var ends = new HashMap<TopicPartition, Long>();
            kept.forEach(
                    record -> ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
            for (var partition : ends.keySet()) {
                progress.open(partition, partition.topic(), 0);
            }
            new LedgerWriter(connection, decoders, refused, progress).write(kept, ends);
            return connection;
        } catch (ConflictException e) {
            throw new IllegalStateException("somebody else writes into " + url, e);
        }
    }
}
