package io.millrace.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Schemas as other teams see them: without what only the generated Java classes need. */
final class Contract {
    private static final String JAVA_STRING = "avro.java.string";

    private Contract() {}

    /** The same schema without hints to Java; docs, defaults and units stay. */
    static Schema of(Schema schema) {
        return copy(schema, new HashMap<>());
    }

    private static Schema copy(Schema schema, Map<String, Schema> seen) {
        if (seen.containsKey(nameOf(schema))) {
            return seen.get(nameOf(schema));
        }
        return switch (schema.getType()) {
            case RECORD -> copyRecord(schema, seen);
            case UNION ->
                Schema.createUnion(
                        schema.getTypes().stream().map(type -> copy(type, seen)).toList());
            case ARRAY -> withProperties(schema, Schema.createArray(copy(schema.getElementType(), seen)));
            case MAP -> withProperties(schema, Schema.createMap(copy(schema.getValueType(), seen)));
            case STRING -> withProperties(schema, Schema.create(Schema.Type.STRING));
            default -> schema;
        };
    }

    private static Schema copyRecord(Schema schema, Map<String, Schema> seen) {
        var copy = Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), schema.isError());
        seen.put(nameOf(schema), copy);
        List<Schema.Field> fields = new ArrayList<>();
        for (var field : schema.getFields()) {
            fields.add(new Schema.Field(field, copy(field.schema(), seen)));
        }
        copy.setFields(fields);
        return withProperties(schema, copy);
    }

    private static Schema withProperties(Schema from, Schema to) {
        from.getObjectProps().forEach((name, value) -> {
            if (!name.equals(JAVA_STRING)) {
                to.addProp(name, value);
            }
        });
        return to;
    }

    private static String nameOf(Schema schema) {
        return schema.getType() == Schema.Type.RECORD ? schema.getFullName() : "";
    }
}
