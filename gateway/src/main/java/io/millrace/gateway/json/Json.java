package io.millrace.gateway.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.gateway.problem.Problem;
import java.util.stream.Stream;

/** Reads and writes JSON text. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array(Stream<? extends JsonNode> items) {
        var array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }

    public static String text(JsonNode node) {
        return node.toString();
    }

    /** Reads a request's body: one object, nothing after it, no field twice; anything else is a problem. */
    public static ObjectNode body(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw malformed(e.getOriginalMessage());
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw malformed("the body is not a JSON object");
    }

    /** Reads what this class wrote. */
    public static ObjectNode stored(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is damaged: " + text, e);
        }
    }

    private static RuntimeException malformed(String reason) {
        return Problem.of(400, "MALFORMED_JSON", reason)
                .withValues("", "one JSON object")
                .exception();
    }
}
