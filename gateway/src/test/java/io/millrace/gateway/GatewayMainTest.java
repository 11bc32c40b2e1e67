package io.millrace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as a process of its own, with a real database and nobody at the addresses of Kafka and the registry. */
class GatewayMainTest {
    private static final Pattern LISTENS = Pattern.compile("listens on 127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    private Path directory;

    @Test
    void startsWithoutKafkaAndEndsOnSigterm() throws Exception {
        var state = directory.resolve("state");
        var process = start(List.of(
                "MILLRACE_HTTP_PORT=0",
                "MILLRACE_KAFKA=127.0.0.1:1",
                "MILLRACE_REGISTRY=http://127.0.0.1:1/apis/ccompat/v7",
                "MILLRACE_POSTGRES=" + Databases.create(),
                "MILLRACE_POSTGRES_USER=" + Databases.USER,
                "MILLRACE_STATE=" + state));
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> LISTENS.matcher(log()).find());
            var listens = LISTENS.matcher(log());
            assertThat(listens.find()).isTrue();
            var address = "http://127.0.0.1:" + listens.group(1);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> get(address + "/health", "").body().contains("\"database\":\"UP\""));
            assertThat(get(address + "/health", "").statusCode()).isEqualTo(503);
            var token = Files.readString(state.resolve("gateway.token")).trim();
            assertThat(get(address + "/v1/accounts", token).body()).isEqualTo("{\"accounts\":[]}");
            assertThat(get(address + "/metrics", token).body())
                    .contains("gateway_database_up 1.0", "gateway_views_loaded 0.0");

            process.destroy();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(log()).contains("the gateway has stopped");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void namesEveryWrongSettingAndDoesNotStart() throws Exception {
        var process = start(List.of("MILLRACE_HTTP_PORT=http"));

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(log())
                .contains("MILLRACE_HTTP_PORT", "MILLRACE_KAFKA", "MILLRACE_STATE")
                .doesNotContain("\tat ");
    }

    private Process start(List<String> environment) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GatewayMain.class.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("MILLRACE_"));
        environment.forEach(setting -> {
            int equals = setting.indexOf('=');
            builder.environment().put(setting.substring(0, equals), setting.substring(equals + 1));
        });
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    private static HttpResponse<String> get(String address, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
