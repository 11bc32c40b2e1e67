package io.millrace.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.gateway.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpListenerTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private HttpListener listener;

    @BeforeEach
    void start() {
        var endpoints = List.of(
                Endpoint.get("/open", call -> Answer.text("text/plain", "open")).opened(),
                Endpoint.get("/things/{id}", call -> Answer.text("text/plain", call.pathParameter("id")))
                        .withQuery("color"),
                Endpoint.put("/things/{id}", call -> Answer.json(200, call.json())),
                Endpoint.post("/slow", this::slow),
                Endpoint.get("/broken", call -> {
                    throw new IllegalStateException("a secret of the inside");
                }));
        listener = HttpListener.open("127.0.0.1", 0, endpoints, BearerToken.of(TOKEN), 2, metrics);
    }

    @AfterEach
    void stop() {
        release.countDown();
        listener.close();
    }

    @Test
    void opensNothingButWhatIsOpenWithoutTheToken() throws Exception {
        assertThat(send("GET", "/open", null).statusCode()).isEqualTo(200);
        for (var path : List.of("/things/1", "/nowhere", "/open/", "/open/../things/1")) {
            var refused = send("GET", path, null);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"millrace\"");
            assertThat(code(refused)).isEqualTo("TOKEN_MISSING");
        }
        var wrong = send("GET", "/things/1", null, "Authorization", "Bearer " + TOKEN.replace('f', 'e'));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(code(wrong)).isEqualTo("TOKEN_WRONG");
        assertThat(wrong.body()).doesNotContain(TOKEN);
    }

    @Test
    void answersWithTheOperationsAnswer() throws Exception {
        assertThat(sendWithToken("GET", "/things/a%2Fb?color=red", null).body()).isEqualTo("a/b");
        assertThat(sendWithToken("PUT", "/things/1", "{\"a\": [1]}").body()).isEqualTo("{\"a\":[1]}");
        assertThat(metrics.get(HttpMetrics.REQUESTS)
                        .tags("method", "GET", "route", "/things/{id}", "status", "200")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesUnknownRoutesMethodsAndParameters() throws Exception {
        assertRefused(
                sendWithToken("GET", "/nowhere", null), 404, "UNKNOWN_ROUTE", "/nowhere", "a path of /openapi.yaml");
        var method = sendWithToken("DELETE", "/things/1", null);
        assertRefused(method, 405, "METHOD_NOT_ALLOWED", "DELETE", "GET, PUT");
        assertThat(method.headers().firstValue("Allow")).hasValue("GET, PUT");
        assertRefused(
                sendWithToken("GET", "/things/1?colour=red", null), 400, "UNKNOWN_PARAMETER", "colour", "[color]");
    }

    @Test
    void refusesWhatIsNoJsonObject() throws Exception {
        for (var body :
                List.of("", "{", "{\"a\": 1}}", "{\"a\": 1, \"a\": 2}", "[1]", "null", "{'a': 1}", "{\"a\": NaN}")) {
            assertThat(code(sendWithToken("PUT", "/things/1", body))).as(body).isEqualTo("MALFORMED_JSON");
        }
        assertRefused(sendWithToken("PUT", "/things/1", "[]"), 400, "MALFORMED_JSON", "", "one JSON object");
    }

    @Test
    void refusesTextThatIsNotUtf8() throws Exception {
        var request = HttpRequest.newBuilder(uri("/things/1"))
                .PUT(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .headers("Authorization", "Bearer " + TOKEN, "Content-Type", "application/json")
                .build();

        assertThat(code(client.send(request, BodyHandlers.ofString()))).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void refusesOtherContentThanJson() throws Exception {
        assertRefused(
                send("PUT", "/things/1", "a: 1", "Authorization", "Bearer " + TOKEN, "Content-Type", "text/yaml"),
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                "text/yaml",
                "application/json");
        assertThat(send("PUT", "/things/1", "{}", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(
                                "PUT",
                                "/things/1",
                                "{}",
                                "Authorization",
                                "Bearer " + TOKEN,
                                "Content-Type",
                                "application/json; charset=utf-8")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesABodyAbove64KiB() throws Exception {
        var fits = "{\"a\": \"" + "x".repeat(64 * 1024 - 9) + "\"}";
        assertThat(fits).hasSize(64 * 1024);
        assertThat(sendWithToken("PUT", "/things/1", fits).statusCode()).isEqualTo(200);
        assertRefused(sendWithToken("PUT", "/things/1", fits + " "), 413, "BODY_TOO_LARGE", "65537", "65536");
    }

    @Test
    void saysNothingOfTheInsideWhenItFails() throws Exception {
        var failed = sendWithToken("GET", "/broken", null);

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(code(failed)).isEqualTo("INTERNAL_ERROR");
        assertThat(failed.body()).doesNotContain("secret");
    }

    @Test
    void answersGarbageWithAProblemAndHangsUp() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.getOutputStream().write("GARBAGE\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).contains(" 400 Bad Request", "application/problem+json", "MALFORMED_REQUEST");
        }
    }

    @Test
    void letsRequestsUnderWayEndWhenItCloses() throws Exception {
        var slow = client.sendAsync(authorized("POST", "/slow", "{}"), BodyHandlers.ofString());
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        var closed = CompletableFuture.runAsync(listener::close);
        release.countDown();

        assertThat(slow.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
        closed.get(20, TimeUnit.SECONDS);
        assertThatThrownBy(() -> sendWithToken("GET", "/open", null)).isInstanceOf(IOException.class);
    }

    @Test
    void saysWhichAddressIsTaken() {
        assertThatThrownBy(() ->
                        HttpListener.open("127.0.0.1", listener.port(), List.of(), BearerToken.of(TOKEN), 1, metrics))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot listen on 127.0.0.1:" + listener.port());
    }

    private Answer slow(Call call) {
        entered.countDown();
        try {
            assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.text("text/plain", "done");
    }

    private static void assertRefused(
            HttpResponse<String> response, int status, String code, String actual, String limit) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = Json.body(response.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("code").textValue()).isEqualTo(code);
        assertThat(problem.get("actual").textValue()).isEqualTo(actual);
        assertThat(problem.get("limit").textValue()).isEqualTo(limit);
    }

    private static String code(HttpResponse<String> response) {
        return Json.body(response.body()).get("code").textValue();
    }

    private HttpResponse<String> sendWithToken(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(authorized(method, path, body), BodyHandlers.ofString());
    }

    private HttpRequest authorized(String method, String path, String body) {
        return request(method, path, body, "Authorization", "Bearer " + TOKEN, "Content-Type", "application/json");
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listener.port() + path);
    }
}
