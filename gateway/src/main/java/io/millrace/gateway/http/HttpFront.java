package io.millrace.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.gateway.problem.Problem;
import io.millrace.gateway.problem.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests in, hands them to their operation on a worker thread and writes its answer. */
public final class HttpFront {
    /** Of a request's body. */
    static final int MOST_BODY_BYTES = 64 * 1024;
    /** Requests under way at once; more are told to come back. */
    private static final int MOST_UNDER_WAY = 256;

    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final String ROUTE = "route";
    private static final String STARTED = "started";

    private final List<Endpoint> endpoints;
    private final BearerToken token;
    private final WorkerExecutor workers;
    private final HttpMetrics metrics;
    private final AtomicInteger underWay = new AtomicInteger();

    public HttpFront(List<Endpoint> endpoints, BearerToken token, WorkerExecutor workers, MeterRegistry registry) {
        this.endpoints = List.copyOf(endpoints);
        this.token = token;
        this.workers = workers;
        this.metrics = new HttpMetrics(registry);
    }

    public Handler<HttpServerRequest> handler(Vertx vertx) {
        var router = Router.router(vertx);
        router.route().handler(this::admit);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES));
        for (var endpoint : endpoints) {
            router.route(HttpMethod.valueOf(endpoint.method()), endpoint.path().replaceAll("\\{(\\w+)}", ":$1"))
                    .handler(context -> run(endpoint, context));
        }
        router.route().failureHandler(this::fail);
        router.errorHandler(404, context -> refuse(context, FrontProblems.notFound(context)));
        router.errorHandler(405, context -> refuse(context, FrontProblems.methodNotAllowed(context, endpoints)));
        return router;
    }

    /** Answers what is no HTTP request at all. */
    static void refuseMalformed(HttpServerRequest request) {
        var answer = ProblemAnswers.of(FrontProblems.malformed());
        request.response()
                .setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(answer.body())
                .onComplete(sent -> request.connection().close());
    }

    private void admit(RoutingContext context) {
        context.put(STARTED, System.nanoTime());
        boolean open = endpoints.stream()
                .anyMatch(endpoint -> endpoint.open() && endpoint.path().equals(context.normalizedPath()));
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (open || token.opens(authorization)) {
            context.next();
        } else {
            refuse(context, FrontProblems.unauthorized(authorization));
        }
    }

    private void run(Endpoint endpoint, RoutingContext context) {
        context.put(ROUTE, endpoint.path());
        var call = Calls.of(endpoint, context);
        if (endpoint.open()) {
            send(context, endpoint.operation().answer(call));
            return;
        }
        if (underWay.get() >= MOST_UNDER_WAY) {
            throw Problem.unavailable("BUSY", MOST_UNDER_WAY + " requests are under way")
                    .exception();
        }
        underWay.incrementAndGet();
        workers.executeBlocking(() -> endpoint.operation().answer(call), false).onComplete((answer, failure) -> {
            underWay.decrementAndGet();
            if (failure == null) {
                send(context, answer);
            } else {
                context.fail(failure);
            }
        });
    }

    private void fail(RoutingContext context) {
        var failure = context.failure();
        if (failure instanceof ProblemException refusal) {
            refuse(context, refusal.problem());
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            refuse(context, FrontProblems.ofStatus(context.statusCode(), context));
        } else {
            LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), failure);
            refuse(context, Problem.of(500, "INTERNAL_ERROR", "the gateway failed; its log says why"));
        }
    }

    private void refuse(RoutingContext context, Problem problem) {
        send(context, ProblemAnswers.of(problem));
    }

    private void send(RoutingContext context, Answer answer) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        answer.headers().forEach(response::putHeader);
        response.setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(answer.body());
        String route = context.get(ROUTE);
        long now = System.nanoTime();
        long started = context.get(STARTED, now);
        metrics.answered(
                route == null ? "none" : context.request().method().name(),
                route == null ? "none" : route,
                answer.status(),
                Duration.ofNanos(now - started));
    }
}
