package io.millrace.gateway.http;

import io.millrace.gateway.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Collectors;

/** What is refused before any operation sees it. */
final class FrontProblems {
    private FrontProblems() {}

    static Problem unauthorized(String authorization) {
        if (authorization == null) {
            return Problem.of(401, "TOKEN_MISSING", "this needs the header Authorization: Bearer TOKEN")
                    .withHeader("WWW-Authenticate", "Bearer realm=\"millrace\"");
        }
        return Problem.of(401, "TOKEN_WRONG", "the bearer token is not the gateway's")
                .withHeader("WWW-Authenticate", "Bearer realm=\"millrace\", error=\"invalid_token\"");
    }

    static Problem notFound(RoutingContext context) {
        return Problem.of(404, "UNKNOWN_ROUTE", "there is nothing at " + context.normalizedPath())
                .withValues(context.normalizedPath(), "a path of /openapi.yaml");
    }

    static Problem methodNotAllowed(RoutingContext context, List<Endpoint> endpoints) {
        var path = context.normalizedPath();
        var allowed = endpoints.stream()
                .filter(endpoint -> path.matches(endpoint.path().replaceAll("\\{\\w+}", "[^/]+")))
                .map(Endpoint::method)
                .sorted()
                .collect(Collectors.joining(", "));
        var method = context.request().method().name();
        return Problem.of(405, "METHOD_NOT_ALLOWED", method + " is not possible at " + path)
                .withValues(method, allowed)
                .withHeader("Allow", allowed);
    }

    /** What the HTTP library itself refused. */
    static Problem ofStatus(int status, RoutingContext context) {
        if (status == 413) {
            var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
            return Problem.of(413, "BODY_TOO_LARGE", "the body may have " + HttpFront.MOST_BODY_BYTES + " bytes")
                    .withValues(length == null ? "" : length, HttpFront.MOST_BODY_BYTES);
        }
        return Problem.of(status, "BAD_REQUEST", "the request cannot be understood");
    }

    /** Not HTTP, or a line or head too long. */
    static Problem malformed() {
        return Problem.of(400, "MALFORMED_REQUEST", "the request is not well-formed HTTP");
    }
}
