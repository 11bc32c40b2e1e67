package io.millrace.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.gateway.GatewayClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people would decide before the trading starts: instrument, policy, account, strategies. */
final class DemoControls {
    private final List<Request> requests;

    private record Request(String method, String path, JsonNode body) {}

    private DemoControls(List<Request> requests) {
        this.requests = requests;
    }

    static DemoControls load() throws IOException {
        var requests = new ArrayList<Request>();
        try (var resource = DemoControls.class.getResourceAsStream("control.json")) {
            for (var request : new ObjectMapper().readTree(resource)) {
                requests.add(new Request(
                        request.path("method").asText(), request.path("path").asText(), request.path("body")));
            }
        }
        return new DemoControls(requests);
    }

    /** Number of versions in the control topics once all are published. */
    int size() {
        return requests.size();
    }

    /** Sends all; a repetition changes nothing. */
    void send(GatewayClient gateway) throws IOException, InterruptedException {
        int number = 0;
        for (var request : requests) {
            gateway.send(
                    request.method(), request.path(), Optional.of(request.body()), Optional.of("demo-" + ++number));
        }
    }
}
