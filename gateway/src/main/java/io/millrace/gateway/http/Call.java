package io.millrace.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.problem.Problem;
import java.util.Map;
import java.util.Optional;

/**
 * One authenticated request to one endpoint.
 *
 * @param path as it was asked for
 * @param pathParameters by their names in the endpoint's path
 * @param queryParameters only such as the endpoint knows
 * @param headers by lower-case name; the first of each
 * @param body empty if the endpoint reads none
 * @param author who asks
 */
public record Call(
        String method,
        String path,
        Map<String, String> pathParameters,
        Map<String, String> queryParameters,
        Map<String, String> headers,
        String body,
        String author) {

    public String pathParameter(String name) {
        return pathParameters.get(name);
    }

    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(queryParameters.get(name));
    }

    /** A whole number within bounds, else a problem. */
    public int queryNumber(String name, int otherwise, int least, int most) {
        var text = queryParameters.get(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        var limit = least + ".." + most;
        throw Problem.of(400, "INVALID_PARAMETER", name + " must be " + limit + ", was '" + text + "'")
                .withValues(text, limit)
                .exception();
    }

    /** The first header of that name, which is lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public ObjectNode json() {
        return Json.body(body);
    }
}
