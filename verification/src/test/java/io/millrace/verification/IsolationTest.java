package io.millrace.verification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing reads what is not committed: every place that makes a consumer, in any module, and how it reads. */
class IsolationTest {
    /** Makers of consumers, each with the class that says how they read. */
    private static final Map<String, String> CONSUMERS = new TreeMap<>(Map.of(
            "io.millrace.connectors.kafka.KafkaClients", "io.millrace.connectors.kafka.KafkaClients$Isolation",
            "io.millrace.flink.kafka.KafkaBroker", "io.millrace.flink.kafka.KafkaBroker",
            "io.millrace.flink.kafka.KafkaParts", "io.millrace.flink.kafka.KafkaParts",
            "io.millrace.gateway.view.TopicFollower", "io.millrace.gateway.view.TopicFollower",
            "io.millrace.local.demo.Follower", "io.millrace.local.demo.Follower",
            "io.millrace.research.train.BarHistory", "io.millrace.research.train.BarHistory",
            "io.millrace.streams.runtime.StreamsApp", "io.millrace.streams.runtime.StreamsConfigs",
            "io.millrace.streams.wire.PacedClients", "io.millrace.streams.runtime.StreamsConfigs"));

    /** Consumers of Kafka, Flink's sources, Kafka Streams' apps. */
    private static final Map<String, String> MADE_BY = Map.of(
            "org.apache.kafka.clients.consumer.KafkaConsumer", "<init>",
            "org.apache.flink.connector.kafka.source.KafkaSource", "builder",
            "org.apache.kafka.streams.KafkaStreams", "<init>");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.millrace");
    }

    @Test
    void everyMakerOfAConsumerIsKnown() {
        assertThat(callers(call ->
                        call.getName().equals(MADE_BY.get(call.getTargetOwner().getName()))))
                .isEqualTo(CONSUMERS.keySet());
    }

    @Test
    void everyConsumerReadsCommitted() throws IOException {
        for (var maker : CONSUMERS.entrySet()) {
            assertThat(constants(maker.getValue()).toLowerCase(Locale.ROOT))
                    .as("consumers of %s", maker.getKey())
                    .contains("read_committed");
        }
    }

    /** Dead letters of refused lines: the marketdata connector looks for the last of its own, which are in no transaction. */
    @Test
    void oneReaderAloneSeesTheUncommittedAndItSeesItsOwnDeadLetters() {
        var readers = new TreeSet<String>();
        for (var reader : classes) {
            reader.getFieldAccessesFromSelf().stream()
                    .filter(access -> access.getTarget().getName().equals("READ_UNCOMMITTED"))
                    .filter(access -> !access.getTargetOwner().equals(reader))
                    .forEach(access -> readers.add(reader.getName()));
        }
        assertThat(readers).containsExactly("io.millrace.connectors.marketdata.KafkaOutput");
    }

    private static Set<String> callers(Predicate<JavaCodeUnitAccess<?>> made) {
        var callers = new TreeSet<String>();
        for (var caller : classes) {
            if (caller.getCodeUnitAccessesFromSelf().stream().anyMatch(made)) {
                callers.add(outermost(caller).getName());
            }
        }
        return callers;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(IsolationTest::outermost).orElse(type);
    }

    /** A class file as text, its constants among it. */
    private static String constants(String type) throws IOException {
        try (var file =
                classes.get(type).getSource().orElseThrow().getUri().toURL().openStream()) {
            return new String(file.readAllBytes(), ISO_8859_1);
        }
    }
}
