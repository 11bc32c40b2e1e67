package io.millrace.connectors.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Up to where the topics are in the tables. */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private final Connection connection;
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();

    Progress(Connection connection) {
        this.connection = connection;
    }

    /** The tables are not what this ledger can go on with. */
    static final class ConflictException extends Exception {
        ConflictException(String message) {
            super(message);
        }
    }

    /**
     * How a partition moves on.
     *
     * @param records taken since, with a value
     * @param refused of these
     */
    record Step(TopicPartition partition, long nextOffset, long records, long refused) {}

    /** Reads where a partition stands; one that is new stands at its first offset. */
    long open(TopicPartition partition, String topicId, long firstOffset) throws SQLException, ConflictException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO ledger.progress (topic, partition, topic_id, next_offset) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (topic, partition) DO NOTHING")) {
            insert.setString(1, partition.topic());
            insert.setInt(2, partition.partition());
            insert.setString(3, topicId);
            insert.setLong(4, firstOffset);
            insert.executeUpdate();
        }
        try (var select = connection.prepareStatement(
                "SELECT topic_id, next_offset FROM ledger.progress WHERE topic = ? AND partition = ?")) {
            select.setString(1, partition.topic());
            select.setInt(2, partition.partition());
            try (var rows = select.executeQuery()) {
                rows.next();
                checkTopic(partition, topicId, rows.getString(1));
                long next = rows.getLong(2);
                nextOffsets.put(partition, next);
                LOG.info("{} from offset {}", partition, next);
                connection.commit();
                return next;
            }
        }
    }

    private static void checkTopic(TopicPartition partition, String topicId, String storedId) throws ConflictException {
        if (!topicId.equals(storedId)) {
            throw new ConflictException("the ledger was written from another topic " + partition.topic()
                    + " than the one Kafka has now (" + storedId + ", " + topicId
                    + "): drop schema ledger to begin anew");
        }
    }

    boolean isAt(TopicPartition partition, long nextOffset) {
        return nextOffsets.get(partition) == nextOffset;
    }

    /**
     * Moves partitions on, within the caller's transaction.
     *
     * @throws ConflictException if another ledger has moved one on
     */
    void advance(List<Step> steps) throws SQLException, ConflictException {
        try (var update = connection.prepareStatement(
                "UPDATE ledger.progress SET next_offset = ?, records = records + ?, refused = refused + ?"
                        + " WHERE topic = ? AND partition = ? AND next_offset = ?")) {
            for (var step : steps) {
                update.setLong(1, step.nextOffset());
                update.setLong(2, step.records());
                update.setLong(3, step.refused());
                update.setString(4, step.partition().topic());
                update.setInt(5, step.partition().partition());
                update.setLong(6, nextOffsets.get(step.partition()));
                update.addBatch();
            }
            var updated = update.executeBatch();
            for (int i = 0; i < updated.length; i++) {
                if (updated[i] != 1) {
                    throw new ConflictException("another ledger has moved "
                            + steps.get(i).partition() + " on from offset "
                            + nextOffsets.get(steps.get(i).partition()));
                }
            }
        }
    }

    /** To be called when the transaction of the steps is committed. */
    void committed(List<Step> steps) {
        steps.forEach(step -> nextOffsets.put(step.partition(), step.nextOffset()));
    }
}
