package io.millrace.schemas;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real registry as a child process, in memory, on a free port. */
final class RegistryProcess implements AutoCloseable {
    private static final Path HOME = Path.of("target", "registry");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^\\s]+)");

    private final Process process;
    private final String url;

    private RegistryProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static RegistryProcess start() throws IOException {
        var log = Files.createTempFile(Path.of("target"), "registry", ".log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=0",
                        "-jar",
                        runner().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            var address = await("registry, see " + log)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> listening(process, log), found -> !found.isEmpty());
            return new RegistryProcess(process, address + "/apis/ccompat/v7");
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String listening(Process process, Path log) throws IOException {
        var text = Files.readString(log);
        if (!process.isAlive()) {
            throw new IllegalStateException("the registry ended: " + text);
        }
        var found = LISTENING.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static Path runner() throws IOException {
        try (Stream<Path> files = Files.list(HOME)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no registry under " + HOME.toAbsolutePath()));
        }
    }
}
