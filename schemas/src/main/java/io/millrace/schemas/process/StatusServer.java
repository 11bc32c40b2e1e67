package io.millrace.schemas.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process's status over HTTP, from the moment it is constructed.
 *
 * <pre>
 * GET /health    200 or 503, {"status":"UP"|"DOWN","details":{…}}
 * GET /metrics   Prometheus' text format
 * </pre>
 */
public final class StatusServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusServer.class);
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Supplier<Status> status;
    private final Supplier<String> metrics;

    /** Listens on the loopback address. */
    public StatusServer(int port, Supplier<Status> status, Supplier<String> prometheusText) {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), status, prometheusText);
    }

    /**
     * @param address where to listen, see {@link Settings#statusAddress()}
     * @throws UncheckedIOException if the address is taken
     */
    public StatusServer(InetSocketAddress address, Supplier<Status> status, Supplier<String> prometheusText) {
        this.status = status;
        metrics = prometheusText;
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + address + ": " + e.getMessage(), e);
        }
        threads = Executors.newFixedThreadPool(2, work -> {
            var thread = new Thread(work, "status");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, new Answer(405, "text/plain", "only GET and HEAD\n"));
                return;
            }
            send(
                    exchange,
                    switch (exchange.getRequestURI().getPath()) {
                        case "/health" -> health();
                        case "/metrics" -> metrics();
                        default -> new Answer(404, "text/plain", "there are /health and /metrics\n");
                    });
        }
    }

    private Answer health() {
        Status now;
        try {
            now = status.get();
        } catch (RuntimeException e) {
            LOG.error("the status cannot be told", e);
            now = Status.unhealthy(Map.of("error", e.toString()));
        }
        return new Answer(now.healthy() ? 200 : 503, JSON, StatusJson.of(now));
    }

    private Answer metrics() {
        try {
            return new Answer(200, PROMETHEUS, metrics.get());
        } catch (RuntimeException e) {
            LOG.error("the metrics cannot be told", e);
            return new Answer(500, "text/plain", e + "\n");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private record Answer(int status, String type, String body) {}
}
