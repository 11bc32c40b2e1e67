package io.millrace.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Time and number of requests. Tags are bounded: methods of the endpoints, their paths as templates, statuses. */
final class HttpMetrics {
    /** Seconds from a request's head to its answer. */
    static final String REQUESTS = "gateway.requests";

    private final MeterRegistry registry;

    HttpMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(String method, String route, int status, Duration took) {
        Timer.builder(REQUESTS)
                .description("Requests by route and status, from the request's head to its answer")
                .tag("method", method)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(took);
    }
}
