package io.millrace.flink.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.flink.job.Job;
import io.millrace.flink.job.TestJobs;
import io.millrace.flink.kafka.KafkaRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        var savepoint = new JobSavepoint(release, job);
        var sent = new JobRun(release, job, parallelism, this::records)
                .on(stateBackend)
                .from(savepoint.path())
                .toEnd(rest(release), List.of());

        assertThat(savepoint.differenceTo(sent)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void isRefusedIfAnOperatorNoLongerClaimsItsState(Release release) throws Exception {
        var savepoint = new JobSavepoint(release, job);
        assertThat(savepoint.stateful()).contains(TRADES);
        for (var uid : savepoint.stateful()) {
            var run = new JobRun(release, job, 1, parts -> JobRun.renamed(records(parts), uid)).from(savepoint.path());

            assertThatThrownBy(() -> run.toEnd(rest(release), List.of()))
                    .as(uid)
                    .hasStackTraceContaining("Cannot map checkpoint/savepoint state for operator");
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void wouldBeSeenToForgetWhatAnyOperatorRemembers(Release release) throws Exception {
        var savepoint = new JobSavepoint(release, job);
        for (var uid : savepoint.stateful()) {
            var sent = new JobRun(release, job, 1, parts -> JobRun.renamed(records(parts), uid))
                    .from(savepoint.path())
                    .ignoringUnclaimedState()
                    .toEnd(rest(release), List.of());

            assertThat(savepoint.differenceTo(sent)).as(uid).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void sourcesAndSinksKeepTheNamesOfTheirState(Release release) throws Exception {
        assertThat(ends(release)).containsAll(new JobSavepoint(release, job).ends());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void fieldsOfStateAreNeitherRenamedNorRetypedNorRemoved(Release release) throws Exception {
        assertThat(StateFields.of(remembered)).containsAll(new JobSavepoint(release, job).fields());
    }

    /** Makes the savepoint of a release: {@code -Dsavepoints.make=NUMBER}. */
    @Test
    @EnabledIfSystemProperty(named = MAKE, matches = "\\d+")
    void makesSavepoint() throws Exception {
        var release = new Release(Integer.getInteger(MAKE));
        var savepoint = new JobSavepoint(release, job);
        assertThat(savepoint.exists()).as("a savepoint is made once").isFalse();
        new SavepointMaker(savepoint, this::records).make(inputs);
        savepoint.writeEnds(ends(release));
        savepoint.writeFields(StateFields.of(remembered));
    }

    private Map<String, List<KafkaRecord>> rest(Release release) throws IOException {
        var rest = new TreeMap<String, List<KafkaRecord>>();
        for (var input : inputs) {
            rest.put(input, release.rest(input));
        }
        return rest;
    }

    /** Uids of sources and sinks: what the job has in production and {@link #records} has not. */
    private Set<String> ends(Release release) {
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
