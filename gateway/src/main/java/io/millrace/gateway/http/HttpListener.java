package io.millrace.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The HTTP server with its event loop and its worker threads. */
public final class HttpListener implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int IDLE_SECONDS = 60;

    private final Vertx vertx;
    private final HttpServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HttpListener(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /**
     * Listens.
     *
     * @param port 0 for any free one
     * @param threads operations at once
     * @throws IllegalStateException if the address is taken
     */
    public static HttpListener open(
            String host, int port, List<Endpoint> endpoints, BearerToken token, int threads, MeterRegistry metrics) {
        var vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setWorkerPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        var workers = vertx.createSharedWorkerExecutor("gateway", threads);
        var front = new HttpFront(endpoints, token, workers, metrics);
        var server = vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(IDLE_SECONDS))
                .requestHandler(front.handler(vertx))
                .invalidRequestHandler(HttpFront::refuseMalformed);
        try {
            await(server.listen(port, host));
        } catch (CompletionException e) {
            await(vertx.close());
            throw new IllegalStateException(
                    "cannot listen on " + host + ":" + port + ": "
                            + e.getCause().getMessage(),
                    e);
        }
        return new HttpListener(vertx, server);
    }

    public int port() {
        return server.actualPort();
    }

    /** Takes no more requests, lets those under way end, then stops. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            await(server.shutdown(GRACE));
            await(vertx.close());
        }
    }

    private static <T> void await(Future<T> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }
}
