package io.millrace.gateway;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.gateway.control.ControlStore;
import io.millrace.gateway.control.Outbox;
import io.millrace.gateway.http.BearerToken;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.http.HttpListener;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.view.Views;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A gateway on a database of its own, with views that the test fills, and an HTTP client for it. */
final class TestGateway implements AutoCloseable {
    static final String TOKEN = "a-token-for-tests-of-32-characters";
    /** What the gateway's clock says. */
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.000000008Z");

    final InMemoryRegistry registry = new InMemoryRegistry();
    final Views views = Views.empty();
    final AtomicBoolean loaded = new AtomicBoolean(true);
    final List<Endpoint> endpoints;

    private final String jdbcUrl;
    private final ControlStore store;
    private final HttpListener http;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestGateway() {
        this(Databases.create(), true);
    }

    TestGateway(String jdbcUrl, boolean schemasRegistered) {
        this.jdbcUrl = jdbcUrl;
        if (schemasRegistered) {
            Topics.all()
                    .forEach(topic ->
                            registry.register(topic.subject(), topic.codec().schema()));
        }
        store = ControlStore.open(jdbcUrl, Databases.USER, "");
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var gateway = new Gateway(store, new Outbox(registry), views, loaded::get, metrics, () -> NOW);
        endpoints = gateway.endpoints();
        http = HttpListener.open("127.0.0.1", 0, endpoints, BearerToken.of(TOKEN), ControlStore.CONNECTIONS, metrics);
        await().atMost(Duration.ofSeconds(20)).until(store::isAvailable);
    }

    int port() {
        return http.port();
    }

    HttpResponse<String> get(String path) {
        return send(request("GET", path, null));
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send(request("DELETE", path, null, headers));
    }

    HttpResponse<String> put(String path, String body, String... headers) {
        return send(request("PUT", path, body, headers));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request("POST", path, body, headers));
    }

    HttpRequest request(String method, String path, String body, String... headers) {
        var all = new ArrayList<>(List.of("Authorization", "Bearer " + TOKEN));
        if (body != null) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        all.addAll(List.of(headers));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .headers(all.toArray(String[]::new))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    static ObjectNode json(HttpResponse<String> response) {
        return Json.body(response.body());
    }

    /** Rows that a query counts in the gateway's database. */
    long count(String query) {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes the gateway's database. */
    void update(String statement) {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var prepared = connection.createStatement()) {
            prepared.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    OutboxLog outboxLog() {
        return OutboxLog.fromNowOn(jdbcUrl);
    }

    /** As change data capture sees it, whenever it is started. */
    OutboxLog outboxLogFromTheFirstRow() {
        return new OutboxLog(jdbcUrl, "millrace_outbox");
    }

    @Override
    public void close() {
        http.close();
        store.close();
    }
}
