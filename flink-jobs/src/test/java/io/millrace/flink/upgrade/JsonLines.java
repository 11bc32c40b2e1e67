package io.millrace.flink.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Files with a JSON value in each line. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    static Stream<JsonNode> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JsonLines::parse);
    }

    static void write(Path file, Stream<JsonNode> values) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, values.map(JsonNode::toString).toList());
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
