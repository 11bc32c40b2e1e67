package io.millrace.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Talks to the gateway as its owner. */
public final class GatewayClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final Path token;

    /**
     * A client that has sent nothing yet.
     *
     * @param base {@code http://host:port}
     * @param token the file with the bearer token
     */
    public GatewayClient(String base, Path token) {
        this.base = base;
        this.token = token;
    }

    /**
     * Sends a request and returns the answer's JSON.
     *
     * @param idempotencyKey makes a repetition harmless
     * @throws IOException the gateway refused; the message names every objection
     */
    public JsonNode send(String method, String path, Optional<JsonNode> body, Optional<String> idempotencyKey)
            throws IOException, InterruptedException {
        if (!Files.exists(token)) {
            throw new IOException("no gateway has run here: " + token + " is missing; start it with ./millrace up");
        }
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Files.readString(token).trim())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElse(BodyPublishers.noBody()));
        idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
        HttpResponse<String> answer;
        try {
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("the gateway does not answer at " + base + "; start it with ./millrace up", e);
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(problem(answer));
        }
        return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    }

    /** The one line of a problem (RFC 9457): its detail, or its violations. */
    private static String problem(HttpResponse<String> answer) {
        try {
            var problem = JSON.readTree(answer.body());
            List<String> objections = new ArrayList<>();
            problem.path("errors")
                    .forEach(error -> objections.add(error.path("code").asText() + " "
                            + error.path("detail").asText()));
            var text = problem.path("detail").asText(problem.path("title").asText(answer.body()));
            return objections.isEmpty()
                    ? problem.path("code").asText(Integer.toString(answer.statusCode())) + " " + text
                    : String.join("; ", objections);
        } catch (JsonProcessingException notJson) {
            return "the gateway answered " + answer.statusCode() + ": " + answer.body();
        }
    }
}
