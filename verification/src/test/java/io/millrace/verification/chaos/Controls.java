package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.parts.Parts;
import io.millrace.local.setup.LocalPort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What people decide before the trading starts: all of the demo, and accounts for people under a policy of their own. */
final class Controls {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DEMO = "/io/millrace/local/demo/control.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> requests = new ArrayList<>();

    /** @param desks accounts of people */
    Controls(List<String> desks) throws IOException {
        try (var resource = Controls.class.getResourceAsStream(DEMO)) {
            JSON.readTree(resource).forEach(requests::add);
        }
        var policy = demoPolicy().deepCopy();
        policy.put("path", "/v1/policies/desks");
        for (var mode : List.of("aggressive", "normal", "defensive")) {
            ((ObjectNode) policy.path("body").path(mode))
                    .put("maxOrdersPerMinute", 1_000_000)
                    .put("maxPriceAge", "PT6H");
        }
        requests.add(policy);
        for (var desk : desks) {
            var account = JSON.createObjectNode().put("method", "POST").put("path", "/v1/accounts");
            account.putObject("body")
                    .put("accountId", desk)
                    .put("currency", "USD")
                    .put("deposit", "10000")
                    .put("policyId", "desks")
                    .put("effectiveFrom", "1970-01-01T00:00:00Z");
            requests.add(account);
        }
    }

    /** Sends all and returns when the streams apps have them. */
    void send(Gateway gateway, Parts parts) throws IOException, InterruptedException {
        int number = 0;
        for (var request : requests) {
            var answer = gateway.send(
                    request.path("method").asText(),
                    request.path("path").asText(),
                    Optional.of(request.path("body")),
                    "controls-" + ++number);
            if (!answer.isYes()) {
                throw new IOException(request + " was answered " + answer);
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (versionsIn(parts.health(LocalPort.STREAMS)) < requests.size()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("streams does not have all control records after " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private ObjectNode demoPolicy() {
        return requests.stream()
                .filter(request -> request.path("path").asText().startsWith("/v1/policies/"))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static int versionsIn(String health) throws IOException {
        int versions = 0;
        for (var detail : JSON.readTree(health).path("details").properties()) {
            versions +=
                    detail.getKey().startsWith("control.") ? detail.getValue().asInt() : 0;
        }
        return versions;
    }
}
