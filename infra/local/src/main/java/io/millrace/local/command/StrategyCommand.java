package io.millrace.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code millrace strategy}. */
@Command(
        name = "strategy",
        description = "Shows and changes strategies, through the gateway.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  ./millrace strategy list", "  ./millrace strategy put reversal strategy.json"})
public final class StrategyCommand {
    @Command(name = "list", description = "Lists all strategies.", mixinStandardHelpOptions = true)
    int list() throws IOException, InterruptedException {
        Here.callGateway("GET", "/v1/strategies", Optional.empty(), Optional.empty());
        return 0;
    }

    @Command(name = "show", description = "Shows a strategy.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "STRATEGY") String id) throws IOException, InterruptedException {
        Here.callGateway("GET", "/v1/strategies/" + id, Optional.empty(), Optional.empty());
        return 0;
    }

    @Command(name = "put", description = "Makes a new version from a JSON file.", mixinStandardHelpOptions = true)
    int put(@Parameters(paramLabel = "STRATEGY") String id, @Parameters(paramLabel = "FILE") Path file)
            throws IOException, InterruptedException {
        var body = new ObjectMapper().readTree(Files.readString(file));
        Here.callGateway("PUT", "/v1/strategies/" + id, Optional.of(body), Optional.empty());
        return 0;
    }
}
