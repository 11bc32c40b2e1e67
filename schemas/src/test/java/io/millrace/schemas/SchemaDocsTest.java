package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

final class SchemaDocsTest {
    @Test
    void everyTypeAndEveryFieldIsDocumented() {
        List<String> undocumented = new ArrayList<>();
        types().values().forEach(type -> {
            if (isBlank(type.getDoc())) {
                undocumented.add(type.getName());
            }
            if (type.getType() == Schema.Type.RECORD) {
                type.getFields().stream()
                        .filter(field -> isBlank(field.doc()))
                        .forEach(field -> undocumented.add(type.getName() + "." + field.name()));
            }
        });
        assertThat(undocumented).isEmpty();
    }

    @Test
    void exactNumbersCarryTheirScaleForEveryReader() {
        var price = Topics.TRADES.codec().schema().getField("price").schema();
        assertThat(price.getType()).isEqualTo(Schema.Type.LONG);
        assertThat(price.getLogicalType())
                .as("Avro does not know it, so it stays a long")
                .isNull();
        var parsedByOthers = new Schema.Parser()
                .parse(Contract.of(Topics.TRADES.codec().schema()).toString())
                .getField("price")
                .schema();
        assertThat(parsedByOthers.getProp("logicalType")).isEqualTo("fixed-point");
        assertThat(parsedByOthers.getObjectProp("scale")).isEqualTo(8);
    }

    @Test
    void unitsAreInTheDocs() {
        List<String> silent = new ArrayList<>();
        types().values().stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .forEach(type -> type.getFields().stream()
                        .filter(field -> !saysItsUnit(field))
                        .forEach(field -> silent.add(type.getName() + "." + field.name())));
        assertThat(silent).isEmpty();
    }

    @Test
    void everyEnumHasAPlaceForSymbolsOfLaterVersions() {
        types().values().stream()
                .filter(type -> type.getType() == Schema.Type.ENUM)
                .forEach(type ->
                        assertThat(type.getEnumDefault()).as(type.getName()).isEqualTo("UNKNOWN"));
    }

    private static boolean saysItsUnit(Schema.Field field) {
        if (field.name().endsWith("Nanos")) {
            return field.doc().contains("nanoseconds");
        }
        if (field.name().endsWith("Millis")) {
            return field.doc().contains("milliseconds");
        }
        if (field.name().endsWith("Bps")) {
            return field.doc().contains("1/10,000");
        }
        return !field.schema().toString().contains("fixed-point")
                || isRecord(field.schema())
                || field.doc().contains("1e-8");
    }

    private static boolean isRecord(Schema schema) {
        return schema.getType() == Schema.Type.RECORD
                || (schema.getType() == Schema.Type.ARRAY && isRecord(schema.getElementType()))
                || (schema.getType() == Schema.Type.UNION
                        && schema.getTypes().stream().anyMatch(SchemaDocsTest::isRecord));
    }

    private static Map<String, Schema> types() {
        Map<String, Schema> types = new LinkedHashMap<>();
        Topics.all().forEach(topic -> collect(Contract.of(topic.codec().schema()), types));
        return types;
    }

    private static void collect(Schema schema, Map<String, Schema> types) {
        switch (schema.getType()) {
            case RECORD -> {
                types.put(schema.getFullName(), schema);
                schema.getFields().forEach(field -> collect(field.schema(), types));
            }
            case ENUM -> types.put(schema.getFullName(), schema);
            case UNION -> schema.getTypes().forEach(type -> collect(type, types));
            case ARRAY -> collect(schema.getElementType(), types);
            default -> {}
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
