package io.millrace.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.gateway.GatewayClient;
import io.millrace.local.platform.RunningPlatform;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** What a command works on: the platform that runs on this machine. */
final class Here {
    private Here() {}

    /** The running platform, if there is one. */
    static Optional<RunningPlatform> platform() throws IOException {
        return RunningPlatform.find(Installation.find(), System.getenv());
    }

    /** The running platform; without one an error says how to start it. */
    static RunningPlatform requirePlatform() throws IOException {
        return platform().orElseThrow(() -> new IOException("no platform runs here; start it with ./millrace up"));
    }

    /** Sends a request to the gateway and prints its answer. */
    static void callGateway(String method, String path, Optional<JsonNode> body, Optional<String> key)
            throws IOException, InterruptedException {
        System.out.println(gateway().send(method, path, body, key).toPrettyString());
    }

    /** Halts, reduces or resumes an account. */
    static void commandAccount(String account, String command) throws IOException, InterruptedException {
        var path = "/v1/accounts/" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "/" + command;
        gateway()
                .send(
                        "POST",
                        path,
                        Optional.empty(),
                        Optional.of(UUID.randomUUID().toString()));
    }

    static GatewayClient gateway() throws IOException {
        var platform = requirePlatform();
        return new GatewayClient(
                platform.url(LocalPort.GATEWAY), platform.parts().gatewayToken());
    }
}
