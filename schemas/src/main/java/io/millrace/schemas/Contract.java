package io.millrace.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Schemas as other teams see them: without what only the generated Java classes need, and with their properties in one
 * order, so that one schema has one text.
 */
final class Contract {
    private static final String JAVA_STRING = "avro.java.string";

    private Contract() {}

    /** The same schema without hints to Java; docs, defaults and units stay. */
    static Schema of(Schema schema) {
        return copy(schema, new HashMap<>());
    }

    private static Schema copy(Schema schema, Map<String, Schema> records) {
        return switch (schema.getType()) {
            case RECORD ->
                records.containsKey(schema.getFullName())
                        ? records.get(schema.getFullName())
                        : copyRecord(schema, records);
            case UNION ->
                Schema.createUnion(schema.getTypes().stream()
                        .map(type -> copy(type, records))
                        .toList());
            case ARRAY -> withProperties(schema, Schema.createArray(copy(schema.getElementType(), records)));
            case MAP -> withProperties(schema, Schema.createMap(copy(schema.getValueType(), records)));
            case ENUM, FIXED -> schema;
            default -> withProperties(schema, Schema.create(schema.getType()));
        };
    }

    private static Schema copyRecord(Schema schema, Map<String, Schema> records) {
        var copy = Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), schema.isError());
        records.put(schema.getFullName(), copy);
        List<Schema.Field> fields = new ArrayList<>();
        for (var field : schema.getFields()) {
            fields.add(new Schema.Field(field, copy(field.schema(), records)));
        }
        copy.setFields(fields);
        return withProperties(schema, copy);
    }

    private static Schema withProperties(Schema from, Schema to) {
        new TreeMap<>(from.getObjectProps()).forEach((name, value) -> {
            if (!name.equals(JAVA_STRING)) {
                to.addProp(name, value);
            }
        });
        return to;
    }
}
