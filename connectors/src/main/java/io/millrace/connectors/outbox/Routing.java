package io.millrace.connectors.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.schemas.DeadLetters;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * The record a row becomes: topic, key and payload as they are, the row's headers, and {@code outbox.id} and {@code
 * outbox.sequence}. A row that no reader could use goes to the dead letters.
 */
final class Routing {
    static final String ID = "outbox.id";
    static final String SEQUENCE = "outbox.sequence";

    /** Below the broker's own limit of a message (1 MiB), with room for key and headers. */
    static final int MAX_PAYLOAD = 900_000;

    private static final int FRAME = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> catalogue;

    /** @param catalogue the topics rows may go to */
    Routing(Set<String> catalogue) {
        this.catalogue = catalogue;
    }

    /** Why a row is refused. */
    enum RefusalCode {
        UNKNOWN_TOPIC,
        NOT_CONFLUENT_FRAMED,
        PAYLOAD_TOO_LARGE,
        HEADERS_NOT_AN_OBJECT
    }

    /**
     * @param refusal null if the row is published
     */
    record Routed(ProducerRecord<byte[], byte[]> record, RefusalCode refusal) {}

    Routed route(OutboxRow row) {
        if (!catalogue.contains(row.topic())) {
            return refused(row, RefusalCode.UNKNOWN_TOPIC, row.topic(), "a topic of the catalogue");
        }
        if (row.payload().length > MAX_PAYLOAD) {
            return refused(row, RefusalCode.PAYLOAD_TOO_LARGE, row.payload().length + " bytes", MAX_PAYLOAD + " bytes");
        }
        if (row.payload().length < FRAME || row.payload()[0] != 0) {
            return refused(
                    row, RefusalCode.NOT_CONFLUENT_FRAMED, row.payload().length + " bytes", "0x00 and a schema id");
        }
        var record = new ProducerRecord<>(row.topic(), row.key().getBytes(UTF_8), row.payload());
        if (!addHeaders(record.headers(), row.headers())) {
            return refused(row, RefusalCode.HEADERS_NOT_AN_OBJECT, row.headers(), "a JSON object");
        }
        identify(record.headers(), row);
        return new Routed(record, null);
    }

    private static boolean addHeaders(Headers headers, String text) {
        try {
            var json = JSON.readTree(text);
            if (!json.isObject()) {
                return false;
            }
            json.properties().forEach(field -> headers.add(field.getKey(), text(field.getValue())));
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static byte[] text(JsonNode value) {
        return (value.isTextual() ? value.textValue() : value.toString()).getBytes(UTF_8);
    }

    private static Routed refused(OutboxRow row, RefusalCode code, String actual, String limit) {
        var payload = row.payload().length <= MAX_PAYLOAD ? row.payload() : Arrays.copyOf(row.payload(), MAX_PAYLOAD);
        var letter = DeadLetters.of(
                OutboxSettings.SOURCE,
                null,
                null,
                row.key().getBytes(UTF_8),
                payload,
                "outbox",
                code.name(),
                "row %d for %s: %s actual=%s limit=%s".formatted(row.sequence(), row.topic(), code, actual, limit));
        identify(letter.headers(), row);
        return new Routed(letter, code);
    }

    private static void identify(Headers headers, OutboxRow row) {
        headers.add(ID, row.id().getBytes(UTF_8));
        headers.add(SEQUENCE, Long.toString(row.sequence()).getBytes(UTF_8));
    }
}
