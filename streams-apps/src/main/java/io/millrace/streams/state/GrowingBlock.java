package io.millrace.streams.state;

import io.millrace.schemas.GeneratedClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record of the shape {@code {string, array}} that is encoded while its array grows: an added item costs its own encoding
 * only. Avro lets an array come in any number of runs; here each item is one.
 */
public final class GrowingBlock {
    /** Which record: its first field is a text, its second an array of records. */
    public static final class Shape {
        private final Schema item;
        private final Header header;

        public Shape(Schema schema) {
            item = schema.getFields().get(1).schema().getElementType();
            header = Header.of(schema);
        }
    }

    private final Buffer bytes = new Buffer();
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    private final SpecificDatumWriter<SpecificRecord> items;
    private int size;

    /** A block with no items yet. */
    public GrowingBlock(Shape shape, String text) {
        items = new SpecificDatumWriter<>(shape.item, GeneratedClasses.writing());
        shape.header.writeTo(bytes);
        try {
            encoder.writeString(text);
            encoder.writeArrayStart();
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(SpecificRecord item) {
        try {
            encoder.setItemCount(1);
            encoder.startItem();
            items.write(item, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        size++;
    }

    /** How many items were added. */
    public int size() {
        return size;
    }

    /** The whole record as it is now, in Avro's single-object encoding; items that are added later are not in it. */
    public Supplier<byte[]> encoded() {
        int length = bytes.size();
        return () -> bytes.ended(length);
    }

    private static final class Buffer extends ByteArrayOutputStream {
        /** The first bytes and the zero that ends an array. */
        byte[] ended(int length) {
            var all = Arrays.copyOf(buf, length + 1);
            all[length] = 0;
            return all;
        }
    }
}
