package io.millrace.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** The catalogue as a page for people. */
final class TopicCatalogue {
    private static final String HEAD =
            """
            # Topics

            The contract between Millrace's stages, and with other teams. Written from the catalogue (`Topics`) and the schemas
            (`schemas/avro`); a test fails while this page says something else. To write it anew:

                %s

            - **Values** are Avro in Confluent's wire format: a zero byte, the schema's id as a big-endian int32, Avro binary. The
              subject in the registry is `<topic>-value`, its compatibility FULL_TRANSITIVE.
            - **Keys** are plain UTF-8 text.
            - **fixed-point(8)** is a `long` that counts 1e-8: 80150000000 is 801.5. The schema says so in the properties
              `logicalType` and `scale`.
            - **Times** are event time, nanoseconds since the epoch, UTC. Where old records are deleted, a record's own
              timestamp is when the broker got it, so that replayed data is kept as long as any other.
            - **Read committed** (`isolation.level=read_committed`): most topics are written in transactions.
            - **Records without a value** that carry the header `clock` say "all output on this instrument up to this event time is
              out"; skip them if you do not care. The header is the text `PARTITION TIME_NANOS MARK|- MARK_TIME_NANOS INSTRUMENT`.
            - **Headers** `correlationId` (the intent's id) and `traceparent` (W3C Trace Context) go from an intent to its fills.
            - **Dead letters**: what a stage cannot use goes to `<topic>.dlq` as it was, one partition, kept ten years, with the
              headers `dlq.stage`, `dlq.code`, `dlq.message`, `dlq.topic`, and where known `dlq.partition` and `dlq.offset`.

            Partitions are the defaults; `MILLRACE_INSTRUMENT_PARTITIONS` and `MILLRACE_ACCOUNT_PARTITIONS` set others when the
            topics are first made.

            """;

    /** A number's doc is "meaning; unit." */
    private static final Pattern UNIT =
            Pattern.compile("(.*); ([^;]*(?:1e-8|1/10,000|nanoseconds|milliseconds)[^;]*)\\.");

    private TopicCatalogue() {}

    static String page(List<Topic<?>> topics, String command) {
        var page = new StringBuilder(HEAD.formatted(command));
        page.append("| topic | key | value | partitions | policy | written by |\n|---|---|---|---|---|---|\n");
        for (var topic : topics) {
            page.append("| [%s](#%s) | %s | %s | %d | %s | %s |\n"
                    .formatted(
                            topic.name(),
                            anchor(topic.name()),
                            topic.keyMeaning().replace("|", "\\|"),
                            topic.codec().schema().getName(),
                            topic.partitions(),
                            policy(topic),
                            topic.owner()));
        }
        Map<String, Schema> types = new LinkedHashMap<>();
        for (var topic : topics) {
            var schema = topic.codec().schema();
            page.append("\n## %s\n\n%s Value: %s\n\n".formatted(topic.name(), topic.description(), schema.getDoc()));
            page.append(fields(schema));
            schema.getFields().forEach(field -> collect(field.schema(), types));
        }
        page.append("\n# Types within values\n");
        types.forEach((name, type) -> page.append("\n## %s\n\n%s\n\n%s".formatted(name, type.getDoc(), body(type))));
        return page.toString();
    }

    private static String body(Schema type) {
        return type.getType() == Schema.Type.RECORD
                ? fields(type)
                : type.getEnumSymbols().stream().collect(Collectors.joining("`, `", "`", "`\n"));
    }

    private static String fields(Schema record) {
        var table = new StringBuilder("| field | type | unit | meaning |\n|---|---|---|---|\n");
        for (var field : record.getFields()) {
            var doc = field.doc().replace("|", "\\|");
            var unit = UNIT.matcher(doc);
            boolean hasUnit = unit.matches();
            table.append("| %s | %s%s | %s | %s |\n"
                    .formatted(
                            field.name(),
                            type(field.schema()),
                            field.hasDefaultValue() ? ", default " + defaultOf(field) : "",
                            hasUnit ? unit.group(2) : "",
                            hasUnit ? unit.group(1) + "." : doc));
        }
        return table.toString();
    }

    private static String defaultOf(Schema.Field field) {
        var value = field.defaultVal();
        if (value == JsonProperties.NULL_VALUE) {
            return "null";
        }
        return value.equals("") ? "empty" : value.toString();
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> "[%s](#%s)".formatted(schema.getName(), anchor(schema.getName()));
            case ARRAY -> "list of " + type(schema.getElementType());
            case MAP -> "map of " + type(schema.getValueType());
            case UNION -> schema.getTypes().stream().map(TopicCatalogue::type).collect(Collectors.joining(" or "));
            default ->
                schema.getProp("logicalType") == null
                        ? schema.getName()
                        : "%s(%s)".formatted(schema.getProp("logicalType"), schema.getObjectProp("scale"));
        };
    }

    private static void collect(Schema schema, Map<String, Schema> types) {
        switch (schema.getType()) {
            case RECORD -> {
                if (types.putIfAbsent(schema.getName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), types));
                }
            }
            case ENUM -> types.putIfAbsent(schema.getName(), schema);
            case UNION -> schema.getTypes().forEach(type -> collect(type, types));
            case ARRAY -> collect(schema.getElementType(), types);
            default -> {}
        }
    }

    private static String policy(Topic<?> topic) {
        return switch (topic.cleanup()) {
            case DELETE -> "delete after " + days(topic.retention());
            case COMPACT -> "compact";
        };
    }

    private static String days(Duration retention) {
        return retention.toDays() % 365 == 0 ? retention.toDays() / 365 + " years" : retention.toDays() + " days";
    }

    /** As GitHub makes them from headings. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
