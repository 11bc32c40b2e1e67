package io.millrace.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.gateway.json.Json;
import java.util.Map;

/**
 * What an operation answers.
 *
 * @param headers beyond the content type
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    public static Answer json(int status, JsonNode body) {
        return json(status, Json.text(body), Map.of());
    }

    public static Answer json(int status, String body, Map<String, String> headers) {
        return new Answer(status, JSON, body, headers);
    }

    public static Answer text(String contentType, String body) {
        return new Answer(200, contentType, body, Map.of());
    }

    public Answer withHeaders(Map<String, String> replaced) {
        return new Answer(status, contentType, body, replaced);
    }
}
