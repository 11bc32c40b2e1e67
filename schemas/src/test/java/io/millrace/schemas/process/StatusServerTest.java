package io.millrace.schemas.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StatusServerTest {
    private Supplier<Status> status = () -> Status.healthy(Map.of("state", "RUNNING", "lag", "0"));
    private Supplier<String> metrics = () -> "risk_decisions_total{verdict=\"approved\"} 3\n";
    private final StatusServer server = new StatusServer(0, () -> status.get(), () -> metrics.get());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsThatItIsWell() throws Exception {
        var answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\",\"details\":{\"lag\":\"0\",\"state\":\"RUNNING\"}}");
    }

    @Test
    void tellsThatItIsNot() throws Exception {
        status = () -> Status.unhealthy(Map.of("cause", "no \"broker\""));
        var answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"DOWN\",\"details\":{\"cause\":\"no \\\"broker\\\"\"}}");
    }

    @Test
    void isNotWellIfItCannotTell() throws Exception {
        status = () -> {
            throw new IllegalStateException("lost count");
        };
        var answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("lost count");
    }

    @Test
    void givesMetricsAsPrometheusReadsThem() throws Exception {
        var answer = get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).isEqualTo("risk_decisions_total{verdict=\"approved\"} 3\n");
        metrics = () -> "";
        assertThat(get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void hasNothingElse() throws Exception {
        assertThat(get("/secrets").statusCode()).isEqualTo(404);
        var post = HttpRequest.newBuilder(uri("/health")).POST(BodyPublishers.noBody());
        assertThat(HttpClient.newHttpClient()
                        .send(post.build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void saysThatItsPortIsTaken() {
        assertThatThrownBy(() -> new StatusServer(server.port(), status, metrics))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot listen on")
                .hasMessageContaining(String.valueOf(server.port()));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
