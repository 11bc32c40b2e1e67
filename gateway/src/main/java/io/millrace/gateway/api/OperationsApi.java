package io.millrace.gateway.api;

import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * For those who run the gateway.
 *
 * @param database whether it can be reached
 * @param views whether they are loaded
 * @param metrics in Prometheus' text format
 */
public record OperationsApi(BooleanSupplier database, BooleanSupplier views, Supplier<String> metrics)
        implements Routes {
    private static final String DESCRIPTION = "/openapi.yaml";

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/health", this::health).opened(),
                Endpoint.get(
                        "/metrics", call -> Answer.text("text/plain; version=0.0.4; charset=utf-8", metrics.get())),
                Endpoint.get(DESCRIPTION, call -> Answer.text("application/yaml", description())));
    }

    private Answer health(Call call) {
        boolean databaseUp = database.getAsBoolean();
        boolean viewsLoaded = views.getAsBoolean();
        boolean up = databaseUp && viewsLoaded;
        var body = Json.object().put("status", up ? "UP" : "DOWN");
        body.putObject("details")
                .put("database", databaseUp ? "UP" : "DOWN")
                .put("views", viewsLoaded ? "LOADED" : "LOADING");
        return Answer.json(up ? 200 : 503, body);
    }

    static String description() {
        try (var resource = OperationsApi.class.getResourceAsStream(DESCRIPTION)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
