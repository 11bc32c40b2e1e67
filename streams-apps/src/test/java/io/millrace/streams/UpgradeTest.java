package io.millrace.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.streams.avro.BookState;
import io.millrace.streams.avro.ClocksState;
import io.millrace.streams.avro.ExitsState;
import io.millrace.streams.avro.MarketEventsState;
import io.millrace.streams.avro.MarksState;
import io.millrace.streams.avro.PaperOrderState;
import io.millrace.streams.avro.QueuedCommandState;
import io.millrace.streams.avro.QuoteEventsState;
import io.millrace.streams.avro.RiskAccountState;
import io.millrace.streams.avro.VenueInstrumentState;
import io.millrace.streams.avro.VenueOrdersState;
import io.millrace.streams.state.ReleasedSchemas;
import io.millrace.streams.wire.StageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stages owe those who run the release before that they continue from its state as if nothing had happened. */
class UpgradeTest {
    private static final String MAKE = "states.make";
    private static final String RISK = "risk-state";
    private static final String VENUE = "papervenue-state";
    private static final String PORTFOLIO = "portfolio-state";
    private static final List<String> STORES = List.of(RISK, VENUE, PORTFOLIO);
    private static final List<Topic<?>> OUTPUT = List.of(
            Topics.DECISIONS,
            Topics.APPROVED_ORDERS,
            Topics.VENUE_COMMANDS,
            Topics.EXECUTION_REPORTS,
            Topics.POSITIONS,
            Topics.EQUITY);

    /** Parts of portfolio's state that the next clock brings again where nothing waits to be valued. */
    private static final Set<String> COME_AGAIN = Set.of("clocks", "marks");
    /** Filled by earlier releases alone: orders, commands and exits are kept by themselves now, arrivals by their ordinals. */
    private static final Set<String> EMPTY = Set.of(
            "VenueOrdersState.queued",
            "VenueOrdersState.open",
            "VenueOrdersState.finished",
            "RiskAccountState.arrivals",
            "RiskAccountState.exits");

    /** Topics of which records wait in a state. */
    private static final List<Topic<?>> KEPT =
            List.of(Topics.INTENTS, Topics.EXECUTION_REPORTS, Topics.VENUE_COMMANDS, Topics.APPROVED_ORDERS);

    /** What states are written with. */
    private static final List<Schema> STATES = Stream.concat(
                    Stream.of(
                            RiskAccountState.getClassSchema(),
                            BookState.getClassSchema(),
                            ExitsState.getClassSchema(),
                            ClocksState.getClassSchema(),
                            MarksState.getClassSchema(),
                            MarketEventsState.getClassSchema(),
                            VenueInstrumentState.getClassSchema(),
                            VenueOrdersState.getClassSchema(),
                            PaperOrderState.getClassSchema(),
                            QueuedCommandState.getClassSchema(),
                            QuoteEventsState.getClassSchema()),
                    KEPT.stream().map(topic -> topic.codec().schema()))
            .toList();

    private static final Path RELEASED = Path.of("src/main/resources/io/millrace/streams/state/released-states.jsonl");

    private static final Path RELEASED_TOPICS = Path.of("../schemas/avro-released");

    @TempDir(factory = QuickDirectory.class)
    private Path directory;

    /** What stages sent that started on a state, and why some records were not taken. */
    private record Continued(List<Release.Sent> sent, List<String> failures) {}

    static List<Release> releases() throws IOException {
        return Release.all();
    }

    /** Each part of the state of each release. */
    static Stream<Arguments> sections() throws IOException {
        return Release.all().stream()
                .flatMap(release -> STORES.stream().flatMap(store -> release.state(store).keySet().stream()
                        .map(UpgradeTest::section)
                        .distinct()
                        .filter(section -> !(store.equals(PORTFOLIO) && COME_AGAIN.contains(section)))
                        .map(section -> Arguments.of(release, store, section))));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void continuesFromTheStateOfARelease(Release release) {
        var output = new ReleaseOutput(release);
        var states = states(release);

        var expected = output.read(release.records("sent"));
        var continued = continued(release, states);
        var sent = output.read(continued.sent());
        assertThat(continued.failures()).isEmpty();
        assertThat(sent.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, values) -> assertThat(sent.get(key)).as(key).containsExactlyElementsOf(values));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void wouldBeSeenToForgetAnyPartOfIt(Release release, String store, String section) {
        var output = new ReleaseOutput(release);
        var states = states(release);
        states.get(store).keySet().removeIf(key -> section(key).equals(section));

        assertThat(output.read(continued(release, states).sent()).equals(output.read(release.records("sent"))))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void knowsTheSchemasOfAllStateOfARelease(Release release) {
        var states = new StateContents(ReleasedSchemas.all());

        assertThat(states(release).values().stream().flatMap(state -> state.values().stream()))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(states.unknownIn(value)).isEmpty());
    }

    @Test
    void theLatestReleaseHasSomethingInEverythingThatAStateCanHold() throws IOException {
        var releases = Release.all();
        var states = new StateContents(ReleasedSchemas.all());
        var filled = states(releases.get(releases.size() - 1)).values().stream()
                .flatMap(state -> state.values().stream())
                .flatMap(value -> states.filledIn(value).stream())
                .collect(Collectors.toSet());

        assertThat(filled)
                .containsAll(STATES.stream()
                        .filter(schema -> schema.getNamespace().equals(RiskAccountState.class.getPackageName()))
                        .flatMap(schema -> StateContents.fieldsOf(schema).stream())
                        .filter(field -> !EMPTY.contains(field))
                        .toList());
    }

    /** A release of the topics may have come without one of the states. */
    @Test
    void knowsEveryReleasedFormOfARecordThatWaits() throws IOException {
        assertThat(fingerprints(ReleasedSchemas.all())).containsAll(fingerprints(releasedOfTopics()));
    }

    @Test
    void everyRecordThatStatesAreWrittenWithHasAReleasedForm() {
        assertThat(STATES.stream().map(Schema::getFullName))
                .containsExactlyInAnyOrderElementsOf(ReleasedSchemas.all().stream()
                        .map(Schema::getFullName)
                        .distinct()
                        .toList());
    }

    /** Makes the state of a release: {@code -Dstates.make=NUMBER}. */
    @Test
    @EnabledIfSystemProperty(named = MAKE, matches = "\\d+")
    void makesState() throws IOException {
        var release = new Release(Integer.getInteger(MAKE));
        assertThat(release.exists()).as("a state is made once").isFalse();
        release.writeSchemas();
        var known = new HashSet<>(fingerprints(ReleasedSchemas.all()));
        Files.write(
                RELEASED,
                Stream.concat(releasedOfTopics().stream(), STATES.stream())
                        .filter(schema -> known.add(SchemaNormalization.parsingFingerprint64(schema)))
                        .map(Schema::toString)
                        .toList(),
                StandardOpenOption.APPEND);
        var registry = release.registry();
        var wire = new Wire(registry);
        var control = new ArrayList<Release.Sent>();
        GoldenControl.into(
                version -> control.add(new Release.Sent(version.topic().name(), version.in(wire))));
        release.writeRecords("control", control);
        var market = new GoldenMarket(wire);
        release.writeRecords("rest", market.after());
        try (var stages = stages(release, registry)) {
            feed(stages, market.before());
            write(release, RISK, stages.risk());
            write(release, VENUE, stages.venue());
            write(release, PORTFOLIO, stages.portfolio());
            var before = Map.copyOf(sizes(stages));
            feed(stages, market.after());
            release.writeRecords("sent", sentSince(before, stages));
            assertThat(failures(stages)).isEmpty();
        }
    }

    private static List<Long> fingerprints(Collection<Schema> schemas) {
        return schemas.stream().map(SchemaNormalization::parsingFingerprint64).toList();
    }

    private static List<Schema> releasedOfTopics() throws IOException {
        var schemas = new ArrayList<Schema>();
        for (var topic : KEPT) {
            try (var files = Files.list(RELEASED_TOPICS.resolve(topic.name()))) {
                for (var file : files.toList()) {
                    schemas.add(new Schema.Parser().parse(Files.readString(file)));
                }
            }
        }
        return schemas;
    }

    private static void write(Release release, String store, StageDriver stage) {
        release.writeState(store, stage.state(store));
    }

    /** What is sent for the rest of a release's input by stages that start on these states. */
    private Continued continued(Release release, Map<String, SortedMap<Bytes, byte[]>> states) {
        try (var stages = stages(release, release.registry())) {
            stages.risk().restart(RISK, states.get(RISK));
            stages.venue().restart(VENUE, states.get(VENUE));
            stages.portfolio().restart(PORTFOLIO, states.get(PORTFOLIO));
            var rest = release.records("rest");
            feed(stages, rest);
            return new Continued(sentSince(Map.of(), stages), failures(stages));
        }
    }

    private TestLoops.Stages stages(Release release, SchemaRegistry registry) {
        var stages = TestLoops.stages(directory, () -> registry, GoldenControl.models(release));
        release.records("control").forEach(known -> stages.control(Release.topic(known.topic()), known.record()));
        return stages;
    }

    /** One after the other, each with all that follows from it: people's orders are taken as they arrive. */
    private static void feed(TestLoops.Stages stages, List<Release.Sent> input) {
        var random = new SplittableRandom(1);
        for (var sent : input) {
            stages.topics().send(Release.topic(sent.topic()), sent.record());
            stages.topics().run(random, 0);
        }
    }

    private static Map<String, Integer> sizes(TestLoops.Stages stages) {
        var sizes = new TreeMap<String, Integer>();
        OUTPUT.forEach(
                topic -> sizes.put(topic.name(), stages.topics().sent(topic).size()));
        return sizes;
    }

    private static List<Release.Sent> sentSince(Map<String, Integer> before, TestLoops.Stages stages) {
        return OUTPUT.stream()
                .flatMap(topic -> stages.topics().sent(topic).stream()
                        .skip(before.getOrDefault(topic.name(), 0))
                        .map(record -> new Release.Sent(topic.name(), record)))
                .toList();
    }

    /** Why records that decode were not taken. */
    private static List<String> failures(TestLoops.Stages stages) {
        return Topics.all().stream()
                .flatMap(topic -> stages.topics().deadLetters(topic).stream())
                .map(TestRecord::headers)
                .filter(headers -> text(headers, DeadLetters.CODE).equals(StageProcessor.PROCESSING_FAILED))
                .map(headers -> text(headers, DeadLetters.MESSAGE))
                .toList();
    }

    private static String text(Headers headers, String name) {
        return Wire.text(headers.lastHeader(name).value());
    }

    private static Map<String, SortedMap<Bytes, byte[]>> states(Release release) {
        var states = new TreeMap<String, SortedMap<Bytes, byte[]>>();
        STORES.forEach(store -> states.put(store, release.state(store)));
        return states;
    }

    /** Keys begin with the name of their part of the state and a zero byte. */
    private static String section(Bytes key) {
        var bytes = key.get();
        int end = 0;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOf(bytes, end), UTF_8);
    }
}
