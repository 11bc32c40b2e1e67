package io.millrace.flink.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.SchemaRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/**
 * What a job sent, as a reader of a release sees it: values decoded with the schemas of that release, so that fields
 * which came later do not count; records of topics which came later are left out.
 */
final class Outputs {
    /** Magic byte and schema id before every value. */
    private static final int FRAME_BYTES = 5;

    private final Map<String, Schema> schemas;
    private final SchemaRegistry registry;

    Outputs(Release release) throws IOException {
        schemas = release.schemaByTopic();
        registry = new ReleaseRegistry(release.number()).connect();
    }

    List<JsonNode> read(List<KafkaRecord> sent) throws IOException {
        var rows = new ArrayList<JsonNode>();
        for (var record : sent) {
            var schema = schemas.get(record.topic.replaceFirst("\\.dlq$", ""));
            if (schema != null) {
                rows.add(row(record, schema));
            }
        }
        return rows;
    }

    /** In the order of each key of each topic and of what sends to it, the only order that there is. */
    static SortedMap<String, List<JsonNode>> byKey(List<JsonNode> rows) {
        var byKey = new TreeMap<String, List<JsonNode>>();
        for (var row : rows) {
            var key = row.path("topic").textValue() + " " + row.path("partition") + " " + row.path("key")
                    + (isApart(row.path("value")) ? " apart" : "");
            byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
        }
        return byKey;
    }

    /** What an operator of its own sends to a topic: features beside the benchmark, and what was found of quotes. */
    private static boolean isApart(JsonNode value) {
        return value.path("featureSet").asText().equals("benchmark")
                || value.path("flag").asText().equals("CROSSED");
    }

    /** All names of fields, headers and values in some rows. */
    static Set<String> names(List<JsonNode> rows) {
        var names = new TreeSet<String>();
        rows.forEach(row -> addNames(row, names));
        return names;
    }

    /** The rows without what has another name: headers, indicators and features that came later. */
    static List<JsonNode> retain(List<JsonNode> rows, Set<String> names) {
        rows.forEach(row -> retain(row, names));
        return rows;
    }

    private static void addNames(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> addNames(child, names));
    }

    private static void retain(JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            object.retain(names);
        }
        node.forEach(child -> retain(child, names));
    }

    private JsonNode row(KafkaRecord record, Schema schema) throws IOException {
        var row = JsonLines.object().put("topic", record.topic).put("partition", record.partition);
        row.put("key", record.keyText());
        row.set("value", value(record, schema));
        var headers = row.putObject("headers");
        for (var header : record.headers()) {
            // Words for people may change.
            if (!header.key().equals(DeadLetters.MESSAGE)) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        return row;
    }

    private JsonNode value(KafkaRecord record, Schema schema) throws IOException {
        if (record.value == null) {
            return null;
        }
        if (record.topic.endsWith(".dlq")) {
            return TextNode.valueOf(Base64.getEncoder().encodeToString(record.value));
        }
        var writer = registry.byId(ByteBuffer.wrap(record.value).getInt(1));
        var avro =
                DecoderFactory.get().binaryDecoder(record.value, FRAME_BYTES, record.value.length - FRAME_BYTES, null);
        return JsonLines.parse(new GenericDatumReader<GenericRecord>(writer, schema)
                .read(null, avro)
                .toString());
    }
}
