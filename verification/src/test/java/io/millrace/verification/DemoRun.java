package io.millrace.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.setup.PortPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of {@code millrace demo --once --json} as a process of its own, on ports and state of its own. */
final class DemoRun implements AutoCloseable {
    private static final long PATIENCE_MINUTES = 8;
    private static final String RECORDS = "records";

    private final Path directory;
    private final Process process;

    private DemoRun(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /** Starts a run; its logs stay below {@code target/demo/NAME}. */
    static DemoRun start(String name, Map<String, String> environment, String... options) throws IOException {
        var root = root();
        var runs = Files.createDirectories(root.resolve("verification/target/demo"));
        var directory = Files.createTempDirectory(runs, name + "-");
        var ports = PortPlan.free();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + root.resolve("infra/local/conf/log4j2-launcher.properties"),
                "-cp",
                classpath(root.resolve("infra/local/target")),
                "io.millrace.local.Millrace",
                "demo",
                "--once",
                "--json",
                "--records",
                directory.resolve(RECORDS).toString()));
        command.addAll(Arrays.asList(options));
        var builder = new ProcessBuilder(command)
                .redirectOutput(directory.resolve("summary.log").toFile())
                .redirectError(directory.resolve("progress.log").toFile());
        builder.environment().put("MILLRACE_HOME", root.toString());
        builder.environment().put("MILLRACE_VAR", directory.resolve("var").toString());
        builder.environment().putAll(ports.variables());
        builder.environment().putAll(environment);
        return new DemoRun(directory, builder.start());
    }

    /** What people read while it runs. */
    String progress() throws IOException {
        return Files.readString(directory.resolve("progress.log"));
    }

    /** The summary, when the run has ended well. */
    JsonNode summary() throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                .as("the run ends; see %s", directory)
                .isTrue();
        var lines = Files.readAllLines(directory.resolve("summary.log"));
        assertThat(lines).as("the run prints a summary; %s", progress()).isNotEmpty();
        var summary = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(summary.path("ok").asBoolean()).as(summary + progress()).isTrue();
        assertThat(process.exitValue()).isZero();
        return summary;
    }

    /** Where the committed records of each topic are, complete when the run has ended. */
    Path records() {
        return directory.resolve(RECORDS);
    }

    /** The part of a summary that is the same in every run. */
    static JsonNode outcome(JsonNode summary) {
        return ((ObjectNode) summary.deepCopy())
                .without(List.of(
                        "startSeconds",
                        "replaySeconds",
                        "publishSeconds",
                        "tradesPerSecond",
                        "latencyMillis",
                        "residentMiB",
                        "residentMiBByPart"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 1, TimeUnit.MINUTES).join();
        process.destroyForcibly().onExit().join();
    }

    static Path root() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    private static String classpath(Path target) throws IOException {
        try (var jars = Files.newDirectoryStream(target, "millrace-local-*.jar")) {
            return jars.iterator().next() + ":" + Files.readString(target.resolve("classpath"));
        }
    }
}
