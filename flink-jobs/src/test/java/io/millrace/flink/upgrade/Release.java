package io.millrace.flink.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.flink.job.DataQuality;
import io.millrace.flink.job.JobSettings;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * A release whose savepoints are kept.
 *
 * @param number the directory's name
 */
public record Release(int number) {
    private static final Path ALL = Path.of("src/test/resources/savepoints");

    /** In the order in which they were made. */
    static List<Release> all() throws IOException {
        try (var directories = Files.list(ALL)) {
            return directories
                    .filter(Files::isDirectory)
                    .map(directory ->
                            new Release(Integer.parseInt(directory.getFileName().toString())))
                    .sorted(Comparator.comparingInt(Release::number))
                    .toList();
        }
    }

    /** The arguments that all jobs had: the first release restated nothing. */
    JobSettings settings(JobSettings settings) {
        return isFirst() ? settings : settings.with(settings.moreBars(), DataQuality.STANDARD);
    }

    public boolean isFirst() {
        return number == 1;
    }

    /** What is kept of one of its jobs. */
    Path of(String job) {
        return directory().resolve(job);
    }

    /** What comes into a topic after the stop; empty if the release read no such input. */
    List<KafkaRecord> rest(String input) throws IOException {
        var file = input(input);
        return Files.exists(file) ? JsonLines.read(file).map(RecordJson::record).toList() : List.of();
    }

    void writeRest(String input, List<KafkaRecord> records) throws IOException {
        JsonLines.write(input(input), records.stream().map(RecordJson::json));
    }

    /** The schemas of the release's registry, by id. */
    List<RegisteredSchema> schemas() throws IOException {
        return JsonLines.read(schemaFile()).map(RegisteredSchema::of).toList();
    }

    /** The schema of each topic as the release knew it, by topic. */
    Map<String, Schema> schemaByTopic() throws IOException {
        var schemas = new TreeMap<String, Schema>();
        for (var registered : schemas()) {
            schemas.put(registered.subject().replaceFirst("-value$", ""), registered.schema());
        }
        return schemas;
    }

    void writeSchemas(SchemaRegistry registry) throws IOException {
        var rows = Topics.all().stream()
                .map(topic -> {
                    int id = registry.idOf(topic.subject(), topic.codec().schema());
                    return new RegisteredSchema(id, topic.subject(), registry.byId(id));
                })
                .sorted(Comparator.comparingInt(RegisteredSchema::id))
                .toList();
        JsonLines.write(schemaFile(), rows.stream().map(RegisteredSchema::json));
    }

    private Path directory() {
        return ALL.resolve(Integer.toString(number));
    }

    private Path schemaFile() {
        return directory().resolve("schemas.jsonl");
    }

    private Path input(String name) {
        return directory().resolve("inputs").resolve(name + ".jsonl");
    }

    @Override
    public String toString() {
        return "release " + number;
    }

    /** A row of the registry. */
    record RegisteredSchema(int id, String subject, Schema schema) {
        private static RegisteredSchema of(JsonNode row) {
            return new RegisteredSchema(
                    row.path("id").intValue(),
                    row.path("subject").textValue(),
                    new Schema.Parser().parse(row.path("schema").toString()));
        }

        private JsonNode json() {
            return JsonLines.object()
                    .put("id", id)
                    .put("subject", subject)
                    .set("schema", JsonLines.parse(schema.toString()));
        }
    }
}
