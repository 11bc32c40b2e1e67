package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The gateway as somebody outside sees it: it answers, it says that it cannot, or nothing comes. */
final class Gateway {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String base;
    private final String token;

    Gateway(String base, Path tokenFile) throws IOException {
        this.base = base;
        this.token = Files.readString(tokenFile).trim();
    }

    /**
     * What came back.
     *
     * @param status 0 if nothing came
     */
    record Reply(int status, JsonNode body) {
        private static final Set<Integer> LATER = Set.of(0, 408, 425, 429);

        /** Whether asking again would give the same. */
        boolean isFinal() {
            return !LATER.contains(status) && status < 500;
        }

        boolean isYes() {
            return status / 100 == 2;
        }
    }

    Reply send(String method, String path, Optional<? extends JsonNode> body, String idempotencyKey)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElse(BodyPublishers.noBody()));
        return send(request.build());
    }

    Reply get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private Reply send(HttpRequest request) throws InterruptedException {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var body = answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return new Reply(answer.statusCode(), body);
        } catch (IOException nothingCame) {
            return new Reply(0, MissingNode.getInstance());
        }
    }
}
