package io.millrace.verification.chaos;

import io.millrace.verification.history.LogEntry;
import io.millrace.verification.history.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.record.ControlRecordType;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.RecordBatch;

/** Reads the files of a broker that has ended: what was aborted is in them, and what ended each transaction. */
final class BrokerLog {
    private static final Pattern PARTITION = Pattern.compile("(.+)-(\\d+)");

    private BrokerLog() {}

    /** All entries of the topics, each partition in its order. */
    static List<LogEntry> read(Path data, Set<String> topics) throws IOException {
        var entries = new ArrayList<LogEntry>();
        try (var directories = Files.list(data)) {
            for (var directory : directories.sorted().toList()) {
                var name = PARTITION.matcher(directory.getFileName().toString());
                if (name.matches() && topics.contains(name.group(1))) {
                    read(directory, name.group(1), Integer.parseInt(name.group(2)), entries);
                }
            }
        }
        return entries;
    }

    private static void read(Path directory, String topic, int partition, List<LogEntry> into) throws IOException {
        try (var files = Files.list(directory)) {
            for (var segment : files.filter(file -> file.toString().endsWith(".log"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList()) {
                try (var records = FileRecords.open(segment.toFile(), false)) {
                    for (var batch : records.batches()) {
                        read(batch, topic, partition, into);
                    }
                }
            }
        }
    }

    private static void read(RecordBatch batch, String topic, int partition, List<LogEntry> into) {
        for (var record : batch) {
            var kind = LogEntry.Kind.DATA;
            if (batch.isControlBatch()) {
                var type = ControlRecordType.parse(record.key());
                kind = type == ControlRecordType.COMMIT ? LogEntry.Kind.COMMIT : LogEntry.Kind.ABORT;
            }
            into.add(new LogEntry(
                    new Place(topic, partition, record.offset()), batch.producerId(), batch.isTransactional(), kind));
        }
    }
}
