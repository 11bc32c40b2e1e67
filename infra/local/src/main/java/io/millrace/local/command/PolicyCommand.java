package io.millrace.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code millrace policy}. */
@Command(
        name = "policy",
        description = "Shows and changes risk policies, through the gateway.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./millrace policy list",
            "  ./millrace policy put careful policy.json",
            "  ./millrace policy mode demo DEFENSIVE"
        })
public final class PolicyCommand {
    @Command(name = "list", description = "Lists all policies.", mixinStandardHelpOptions = true)
    int list() throws IOException, InterruptedException {
        Here.callGateway("GET", "/v1/policies", Optional.empty(), Optional.empty());
        return 0;
    }

    @Command(name = "show", description = "Shows a policy.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "POLICY") String id) throws IOException, InterruptedException {
        Here.callGateway("GET", "/v1/policies/" + id, Optional.empty(), Optional.empty());
        return 0;
    }

    @Command(name = "put", description = "Makes a new version from a JSON file.", mixinStandardHelpOptions = true)
    int put(@Parameters(paramLabel = "POLICY") String id, @Parameters(paramLabel = "FILE") Path file)
            throws IOException, InterruptedException {
        var body = new ObjectMapper().readTree(Files.readString(file));
        Here.callGateway("PUT", "/v1/policies/" + id, Optional.of(body), Optional.empty());
        return 0;
    }

    @Command(
            name = "mode",
            description = "Switches to AGGRESSIVE, NORMAL, DEFENSIVE, REDUCING or HALTED.",
            mixinStandardHelpOptions = true)
    int mode(
            @Parameters(paramLabel = "POLICY") String id,
            @Parameters(paramLabel = "MODE") String mode,
            @Option(names = "--effective-from", description = "Event time, ISO 8601. Default: now.") String from)
            throws IOException, InterruptedException {
        var body = new ObjectMapper().createObjectNode().put("mode", mode);
        if (from != null) {
            body.put("effectiveFrom", from);
        }
        Here.callGateway("PUT", "/v1/policies/" + id + "/mode", Optional.of(body), Optional.empty());
        return 0;
    }
}
