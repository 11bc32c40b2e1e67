package io.millrace.flink.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.millrace.flink.job.Job;
import io.millrace.flink.job.TestJobs;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestRegistry;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every job owes those who run the release before: it continues from their savepoint as if nothing had happened. */
public abstract class UpgradeContract {
    private static final String MAKE = "savepoints.make";
    /** Every job remembers at least its open bars. */
    private static final String TRADES = "trades";

    private final String job;
    private final List<String> inputs;
    private final List<Class<?>> remembered;

    /**
     * @param inputs that it reads, by name
     * @param remembered classes of ours in which its operators remember something
     */
    protected UpgradeContract(String job, List<String> inputs, List<Class<?>> remembered) {
        this.job = job;
        this.inputs = inputs;
        this.remembered = remembered;
    }

    /** All that the job sends. */
    protected abstract DataStream<KafkaRecord> records(JobParts parts);

    /** How the job is wired in production. */
    protected abstract Job.Wiring production();

    static Stream<Arguments> restores() throws IOException {
        return Release.all().stream()
                .flatMap(
                        release -> Stream.of(Arguments.of(release, "hashmap", 1), Arguments.of(release, "rocksdb", 2)));
    }

    static Stream<Release> releases() throws IOException {
        return Release.all().stream();
    }

    @ParameterizedTest(name = "{0} on {1} with {2} subtasks")
    @MethodSource("restores")
    void continuesFromTheSavepointOfARelease(Release release, String stateBackend, int parallelism) throws Exception {
        var sent = new JobRun(release, job, parallelism, this::records)
                .on(stateBackend)
                .from(savepoint(release))
                .toEnd(rest(release), List.of());

        assertThat(difference(release, sent)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void isRefusedIfAnOperatorNoLongerClaimsItsState(Release release) throws Exception {
        for (var uid : stateful(release)) {
            var run =
                    new JobRun(release, job, 1, parts -> JobRun.renamed(records(parts), uid)).from(savepoint(release));

            assertThatThrownBy(() -> run.toEnd(rest(release), List.of()))
                    .as(uid)
                    .hasStackTraceContaining("Cannot map checkpoint/savepoint state for operator");
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void wouldBeSeenToForgetWhatAnyOperatorRemembers(Release release) throws Exception {
        for (var uid : stateful(release)) {
            var sent = new JobRun(release, job, 1, parts -> JobRun.renamed(records(parts), uid))
                    .from(savepoint(release))
                    .ignoringUnclaimedState()
                    .toEnd(rest(release), List.of());

            assertThat(difference(release, sent)).as(uid).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void sourcesAndSinksKeepTheNamesOfTheirState(Release release) throws Exception {
        var known = JsonLines.read(release.of(job).resolve("uids.jsonl")).map(JsonNode::textValue);

        assertThat(uidsOfSourcesAndSinks(release)).containsAll(known.toList());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void fieldsOfStateAreNeitherRenamedNorRetypedNorRemoved(Release release) throws Exception {
        var known = JsonLines.read(release.of(job).resolve("fields.jsonl")).map(JsonNode::textValue);

        assertThat(StateFields.of(remembered)).containsAll(known.toList());
    }

    /** Makes the savepoint of a release: {@code -Dsavepoints.make=NUMBER}. */
    @Test
    @EnabledIfSystemProperty(named = MAKE, matches = "\\d+")
    void makesSavepoint() throws Exception {
        var release = new Release(Integer.getInteger(MAKE));
        var registry = new TestRegistry().connect();
        release.writeSchemas(registry);
        var market = new GoldenMarket(registry);
        var all = new TreeMap<>(market.inputs());
        all.keySet().retainAll(inputs);
        for (var input : inputs) {
            var records = all.get(input);
            release.writeRest(input, records.subList(market.beforeStop().get(input), records.size()));
        }

        var whole = Outputs.byKey(
                outputs(release).read(new JobRun(release, job, 1, this::records).toEnd(all, market.control())));
        var before = Outputs.byKey(outputs(release)
                .read(new JobRun(release, job, 1, this::records)
                        .stop(all, market.beforeStop(), market.control(), savepoint(release))));

        var after = new ArrayList<JsonNode>();
        for (var entry : whole.entrySet()) {
            var sentBefore = before.getOrDefault(entry.getKey(), List.of());
            assertThat(entry.getValue().subList(0, sentBefore.size())).isEqualTo(sentBefore);
            after.addAll(
                    entry.getValue().subList(sentBefore.size(), entry.getValue().size()));
        }
        JsonLines.write(release.of(job).resolve("sent.jsonl"), after.stream());
        write(release, "uids.jsonl", uidsOfSourcesAndSinks(release));
        write(release, "fields.jsonl", StateFields.of(remembered));
    }

    private void write(Release release, String file, Collection<String> texts) throws IOException {
        JsonLines.write(release.of(job).resolve(file), texts.stream().map(TextNode::valueOf));
    }

    private Map<String, List<KafkaRecord>> rest(Release release) throws IOException {
        var rest = new TreeMap<String, List<KafkaRecord>>();
        for (var input : inputs) {
            rest.put(input, release.rest(input));
        }
        return rest;
    }

    /** Between what was sent, as the release sees it, and what the release itself sent. */
    private Optional<String> difference(Release release, List<KafkaRecord> sent) throws IOException {
        var expected = expected(release);
        var known = Outputs.retain(outputs(release).read(sent), Outputs.names(expected));
        return Difference.between(Outputs.byKey(known), Outputs.byKey(expected));
    }

    private List<JsonNode> expected(Release release) throws IOException {
        return JsonLines.read(release.of(job).resolve("sent.jsonl")).toList();
    }

    /** Uids of the operators of ours that had something to remember at the stop. */
    private List<String> stateful(Release release) throws IOException {
        var metadata = savepoint(release).resolve("_metadata");
        try (var in = new DataInputStream(Files.newInputStream(metadata))) {
            var uids = Checkpoints.loadCheckpointMetadata(in, getClass().getClassLoader(), metadata.toString())
                    .getOperatorStates()
                    .stream()
                    .filter(operator -> operator.getStates().stream().anyMatch(OperatorSubtaskState::hasState))
                    .map(operator -> operator.getOperatorUid().orElseThrow())
                    .filter(uid -> !Feed.isFeed(uid))
                    .toList();
            assertThat(uids).contains(TRADES);
            return uids;
        }
    }

    private Path savepoint(Release release) {
        return release.of(job).resolve("savepoint");
    }

    private static Outputs outputs(Release release) throws IOException {
        return new Outputs(release);
    }

    /** What the job has in production and {@link #records} has not. */
    private Set<String> uidsOfSourcesAndSinks(Release release) {
        var settings = TestJobs.settings(job, 1);
        var real = StreamExecutionEnvironment.getExecutionEnvironment(Job.configuration(settings));
        production().wire(real, settings);
        var uids = uids(real);
        uids.removeAll(uids(JobRun.graph(release, job, this::records)));
        return uids;
    }

    private static Set<String> uids(StreamExecutionEnvironment environment) {
        var uids = new TreeSet<String>();
        environment.getStreamGraph().getStreamNodes().forEach(node -> uids.add(node.getTransformationUID()));
        return uids;
    }
}
