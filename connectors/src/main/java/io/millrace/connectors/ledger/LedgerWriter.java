package io.millrace.connectors.ledger;

import io.millrace.connectors.ledger.Progress.ConflictException;
import io.millrace.connectors.ledger.Progress.Step;
import io.millrace.schemas.UndecodableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Writes records and their offsets in one transaction. */
final class LedgerWriter {
    /** Classes of SQLSTATE that blame the data: data exception, constraint violation, limit exceeded. */
    private static final Set<String> DATA_ERRORS = Set.of("22", "23", "54");

    private final Connection connection;
    private final Decoders decoders;
    private final RefusedRecords refusedRecords;
    private final Rows rows;
    private final Progress progress;

    LedgerWriter(Connection connection, Decoders decoders, RefusedRecords refusedRecords, Progress progress) {
        this.connection = connection;
        this.decoders = decoders;
        this.refusedRecords = refusedRecords;
        this.rows = new Rows(connection);
        this.progress = progress;
    }

    /**
     * Writes records of any partitions, per partition in the order of their offsets.
     *
     * @param nextOffsets where each partition stands after them
     */
    void write(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> nextOffsets)
            throws SQLException, ConflictException {
        var batch = new Batch();
        var refused = new ArrayList<Refused>();
        for (var record : records) {
            decode(record, batch, refused);
        }
        try {
            rows.write(batch);
        } catch (SQLException e) {
            connection.rollback();
            if (!isDataError(e)) {
                throw e;
            }
            writeWithout(records, nextOffsets, e);
            return;
        }
        commit(records, nextOffsets, refused);
    }

    private void decode(ConsumerRecord<byte[], byte[]> record, Batch batch, List<Refused> refused) {
        if (record.value() == null) {
            return;
        }
        try {
            decoders.decode(record, batch);
        } catch (UndecodableException e) {
            refused.add(new Refused(record, e.code().name(), e.getMessage()));
        }
    }

    /** Finds the record that Postgres does not take, by halves; the others are written. */
    private void writeWithout(
            List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> nextOffsets, SQLException error)
            throws SQLException, ConflictException {
        if (records.size() == 1) {
            var cause = error.getNextException() == null ? error : error.getNextException();
            var message = cause.getSQLState() + " " + cause.getMessage();
            commit(records, nextOffsets, List.of(new Refused(records.get(0), "NOT_STORABLE", message)));
            return;
        }
        int half = records.size() / 2;
        var first = records.subList(0, half);
        write(first, ends(first));
        write(records.subList(half, records.size()), nextOffsets);
    }

    /** The refused ones go first: a record that is neither in the tables nor in the dead letters would be lost. */
    private void commit(
            List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> nextOffsets, List<Refused> refused)
            throws SQLException, ConflictException {
        refusedRecords.put(refused);
        var steps = steps(records, nextOffsets, refused);
        progress.advance(steps);
        connection.commit();
        progress.committed(steps);
    }

    private static List<Step> steps(
            List<ConsumerRecord<byte[], byte[]>> records,
            Map<TopicPartition, Long> nextOffsets,
            List<Refused> refused) {
        var steps = new ArrayList<Step>();
        nextOffsets.forEach((partition, next) -> steps.add(new Step(
                partition,
                next,
                records.stream()
                        .filter(r -> r.value() != null && isOf(r, partition))
                        .count(),
                refused.stream().filter(r -> isOf(r.record(), partition)).count())));
        return steps;
    }

    private static boolean isOf(ConsumerRecord<?, ?> record, TopicPartition partition) {
        return record.partition() == partition.partition() && record.topic().equals(partition.topic());
    }

    private static Map<TopicPartition, Long> ends(List<ConsumerRecord<byte[], byte[]>> records) {
        var ends = new LinkedHashMap<TopicPartition, Long>();
        records.forEach(r -> ends.put(new TopicPartition(r.topic(), r.partition()), r.offset() + 1));
        return ends;
    }

    private static boolean isDataError(SQLException e) {
        var state = e.getSQLState();
        return state != null && state.length() >= 2 && DATA_ERRORS.contains(state.substring(0, 2));
    }
}
