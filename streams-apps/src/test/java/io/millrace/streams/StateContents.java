package io.millrace.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;

/** What a stored value is made of: a record in Avro's single-object encoding, and those in the bytes that it holds. */
final class StateContents {
    /** Two marker bytes and the fingerprint of the writer's schema. */
    private static final int HEADER_BYTES = 10;

    private static final int FINGERPRINT_AT = 2;

    private final Map<Long, Schema> known;

    StateContents(Collection<Schema> known) {
        this.known = known.stream()
                .collect(Collectors.toMap(
                        SchemaNormalization::parsingFingerprint64, Function.identity(), (first, again) -> first));
    }

    /** Fingerprints of schemas that nobody knows, of the value itself or of any record within. */
    Set<Long> unknownIn(byte[] value) {
        var unknown = new LinkedHashSet<Long>();
        walk(ByteBuffer.wrap(value), unknown::add, record -> {});
        return unknown;
    }

    /** Fields that have something else in them than nothing or their default, in the value or in any record within. */
    Set<String> filledIn(byte[] value) {
        var filled = new TreeSet<String>();
        walk(ByteBuffer.wrap(value), unknown -> {}, record -> record.getSchema().getFields().stream()
                .filter(field -> saysSomething(record.get(field.pos()), field))
                .forEach(field -> filled.add(name(record.getSchema(), field))));
        return filled;
    }

    /** The fields of a record and of those of its namespace within it, as {@link #filledIn} names them. */
    static Set<String> fieldsOf(Schema schema) {
        var fields = new TreeSet<String>();
        addFields(schema, schema.getNamespace(), fields);
        return fields;
    }

    private static void addFields(Schema schema, String namespace, Set<String> fields) {
        switch (schema.getType()) {
            case ARRAY -> addFields(schema.getElementType(), namespace, fields);
            case UNION -> schema.getTypes().forEach(type -> addFields(type, namespace, fields));
            case RECORD -> {
                for (var field : schema.getFields()) {
                    if (Objects.equals(namespace, schema.getNamespace()) && fields.add(name(schema, field))) {
                        addFields(field.schema(), namespace, fields);
                    }
                }
            }
            default -> {}
        }
    }

    private static String name(Schema record, Schema.Field field) {
        return record.getName() + "." + field.name();
    }

    private static boolean saysSomething(Object value, Schema.Field field) {
        if (value instanceof Collection<?> items) {
            return !items.isEmpty();
        }
        return value != null
                && !(field.hasDefaultValue()
                        && value.toString()
                                .equals(String.valueOf(GenericData.get().getDefaultValue(field))));
    }

    private void walk(ByteBuffer value, LongConsumer unknown, Consumer<IndexedRecord> records) {
        var bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT_AT);
        var schema = known.get(fingerprint);
        if (schema == null) {
            unknown.accept(fingerprint);
        } else {
            descend(read(bytes, schema), unknown, records);
        }
    }

    private void descend(Object part, LongConsumer unknown, Consumer<IndexedRecord> records) {
        if (part instanceof ByteBuffer within) {
            walk(within, unknown, records);
        } else if (part instanceof Collection<?> items) {
            items.forEach(item -> descend(item, unknown, records));
        } else if (part instanceof IndexedRecord record) {
            records.accept(record);
            record.getSchema().getFields().forEach(field -> descend(record.get(field.pos()), unknown, records));
        }
    }

    private static Object read(byte[] bytes, Schema schema) {
        var avro = DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        try {
            return new GenericDatumReader<>(schema).read(null, avro);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
