package io.millrace.gateway.http;

import io.millrace.gateway.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/** Makes a call of a request, or a problem. */
final class Calls {
    private static final String JSON = "application/json";

    private Calls() {}

    static Call of(Endpoint endpoint, RoutingContext context) {
        var request = context.request();
        var headers = new TreeMap<String, String>();
        request.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        var query = new TreeMap<String, String>();
        context.queryParams().forEach((name, value) -> {
            requireKnown(endpoint, name);
            query.put(name, value);
        });
        if (endpoint.readsBody()) {
            requireJson(request.getHeader(HttpHeaders.CONTENT_TYPE));
        }
        var body = endpoint.readsBody() ? context.body().buffer() : null;
        return new Call(
                endpoint.method(),
                context.normalizedPath(),
                context.pathParams(),
                query,
                headers,
                body == null ? "" : text(body.getBytes()),
                BearerToken.AUTHOR);
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(400, "MALFORMED_JSON", "the body is not UTF-8 text")
                    .exception();
        }
    }

    private static void requireKnown(Endpoint endpoint, String parameter) {
        if (!endpoint.queryParameters().contains(parameter)) {
            throw Problem.of(400, "UNKNOWN_PARAMETER", "there is no query parameter '" + parameter + "' here")
                    .withValues(parameter, endpoint.queryParameters())
                    .exception();
        }
    }

    private static void requireJson(String contentType) {
        var found = contentType == null ? "" : contentType;
        var type = found.split(";", 2)[0].trim();
        if (!type.equalsIgnoreCase(JSON)) {
            throw Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "the body must be " + JSON)
                    .withValues(found, JSON)
                    .withHeader("Accept", JSON)
                    .exception();
        }
    }
}
