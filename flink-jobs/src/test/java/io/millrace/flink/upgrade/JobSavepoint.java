package io.millrace.flink.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.millrace.flink.kafka.KafkaRecord;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** Where a job of a release was stopped, and what the release would have done next. */
record JobSavepoint(Release release, String job) {
    Path path() {
        return release.of(job).resolve("savepoint");
    }

    boolean exists() {
        return Files.exists(release.of(job));
    }

    /** What the release itself sent after the stop. */
    List<JsonNode> sent() throws IOException {
        return JsonLines.read(file("sent")).toList();
    }

    void writeSent(List<JsonNode> sent) throws IOException {
        JsonLines.write(file("sent"), sent.stream());
    }

    /** Uids of its sources and sinks. */
    List<String> ends() throws IOException {
        return texts("uids");
    }

    void writeEnds(Collection<String> uids) throws IOException {
        write("uids", uids);
    }

    /** {@link StateFields}. */
    List<String> fields() throws IOException {
        return texts("fields");
    }

    void writeFields(Collection<String> fields) throws IOException {
        write("fields", fields);
    }

    /** Uids of the operators of ours that had something to remember at the stop. */
    List<String> stateful() throws IOException {
        var metadata = path().resolve("_metadata");
        try (var in = new DataInputStream(Files.newInputStream(metadata))) {
            return Checkpoints.loadCheckpointMetadata(in, getClass().getClassLoader(), metadata.toString())
                    .getOperatorStates()
                    .stream()
                    .filter(operator -> operator.getStates().stream().anyMatch(OperatorSubtaskState::hasState))
                    .map(operator -> operator.getOperatorUid().orElseThrow())
                    .filter(uid -> !Feed.isFeed(uid))
                    .toList();
        }
    }

    /** Between what a job sent that continued from here, as the release sees it, and what the release itself sent. */
    Optional<String> differenceTo(List<KafkaRecord> records) throws IOException {
        var expected = sent();
        var known = Outputs.retain(new Outputs(release).read(records), Outputs.names(expected));
        return Difference.between(Outputs.byKey(known), Outputs.byKey(expected));
    }

    private List<String> texts(String name) throws IOException {
        return JsonLines.read(file(name)).map(JsonNode::textValue).toList();
    }

    private void write(String name, Collection<String> texts) throws IOException {
        JsonLines.write(file(name), texts.stream().map(TextNode::valueOf));
    }

    private Path file(String name) {
        return release.of(job).resolve(name + ".jsonl");
    }
}
