package io.millrace.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code millrace model}. */
@Command(
        name = "model",
        description = "Shows and changes models of market regimes, through the gateway.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  ./millrace model list", "  ./millrace model put btc-5m model.json"})
public final class ModelCommand {
    @Command(name = "list", description = "Lists all models.", mixinStandardHelpOptions = true)
    int list() throws IOException, InterruptedException {
        Here.callGateway("GET", "/v1/models", Optional.empty(), Optional.empty());
        return 0;
    }

    @Command(name = "show", description = "Shows a model.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "MODEL") String id) throws IOException, InterruptedException {
        Here.callGateway("GET", "/v1/models/" + id, Optional.empty(), Optional.empty());
        return 0;
    }

    @Command(name = "put", description = "Makes a new version from a JSON file.", mixinStandardHelpOptions = true)
    int put(@Parameters(paramLabel = "MODEL") String id, @Parameters(paramLabel = "FILE") Path file)
            throws IOException, InterruptedException {
        var body = new ObjectMapper().readTree(Files.readString(file));
        Here.callGateway("PUT", "/v1/models/" + id, Optional.of(body), Optional.empty());
        return 0;
    }
}
