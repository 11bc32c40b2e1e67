package io.millrace.schemas;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;

/**
 * What a schema's numbers and enums stand for.
 *
 * @param units logical type and scale of every number, by {@code Record.field}
 * @param symbols of every enum, by its name
 */
record Meaning(SortedMap<String, String> units, SortedMap<String, SortedSet<String>> symbols) {
    static Meaning of(Schema schema) {
        var meaning = new Meaning(new TreeMap<>(), new TreeMap<>());
        meaning.collect("", schema);
        return meaning;
    }

    private void collect(String field, Schema schema) {
        switch (schema.getType()) {
            case RECORD ->
                schema.getFields().forEach(inner -> collect(schema.getName() + "." + inner.name(), inner.schema()));
            case UNION -> schema.getTypes().forEach(type -> collect(field, type));
            case ARRAY -> collect(field, schema.getElementType());
            case MAP -> collect(field, schema.getValueType());
            case ENUM -> symbols.put(schema.getName(), new TreeSet<>(schema.getEnumSymbols()));
            case INT, LONG, FLOAT, DOUBLE, BYTES, FIXED -> units.put(field, unit(schema));
            case NULL, BOOLEAN, STRING -> {}
        }
    }

    private static String unit(Schema number) {
        var type = number.getProp("logicalType");
        return type == null ? "a plain number" : type + " of scale " + number.getObjectProp("scale");
    }
}
