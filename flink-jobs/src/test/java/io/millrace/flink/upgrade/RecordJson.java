package io.millrace.flink.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.flink.kafka.KafkaRecord;
import java.util.ArrayList;
import java.util.Base64;

/** Records as they came in, bytes and all, as JSON. */
final class RecordJson {
    private RecordJson() {}

    static JsonNode json(KafkaRecord record) {
        var json = JsonLines.object()
                .put("topic", record.topic)
                .put("partition", record.partition)
                .put("offset", record.offset)
                .put("key", record.keyText())
                .put("value", record.value == null ? null : Base64.getEncoder().encodeToString(record.value));
        var headers = json.putObject("headers");
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return json;
    }

    static KafkaRecord record(JsonNode json) {
        var record = new KafkaRecord();
        record.topic = json.path("topic").textValue();
        record.partition = json.path("partition").intValue();
        record.offset = json.path("offset").longValue();
        record.key = json.path("key").textValue().getBytes(UTF_8);
        var value = json.path("value").textValue();
        record.value = value == null ? null : Base64.getDecoder().decode(value);
        var names = new ArrayList<String>();
        json.path("headers").fieldNames().forEachRemaining(names::add);
        record.headerNames = names.toArray(String[]::new);
        record.headerValues = names.stream()
                .map(name -> json.path("headers").path(name).textValue().getBytes(UTF_8))
                .toArray(byte[][]::new);
        return record;
    }
}
