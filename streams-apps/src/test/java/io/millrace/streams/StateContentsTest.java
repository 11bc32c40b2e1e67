package io.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class StateContentsTest {
    private static final Schema ORDER =
            SchemaBuilder.record("Order").fields().requiredString("id").endRecord();
    private static final Schema BOOK = SchemaBuilder.record("Book")
            .fields()
            .name("number")
            .type()
            .intType()
            .intDefault(7)
            .name("orders")
            .type()
            .array()
            .items()
            .bytesType()
            .noDefault()
            .endRecord();

    @Test
    void findsASchemaThatNobodyKnowsWithinTheBytesOfARecord() throws IOException {
        var book = book(7);

        assertThat(new StateContents(List.of(BOOK, ORDER)).unknownIn(book)).isEmpty();
        assertThat(new StateContents(List.of(BOOK)).unknownIn(book))
                .containsExactly(SchemaNormalization.parsingFingerprint64(ORDER));
        assertThat(new StateContents(List.of(ORDER)).unknownIn(book))
                .containsExactly(SchemaNormalization.parsingFingerprint64(BOOK));
    }

    @Test
    void findsFieldsThatSayMoreThanTheirDefault() throws IOException {
        var contents = new StateContents(List.of(BOOK, ORDER));

        assertThat(contents.filledIn(book(7))).containsExactly("Book.orders", "Order.id");
        assertThat(contents.filledIn(book(8))).containsExactly("Book.number", "Book.orders", "Order.id");
        assertThat(StateContents.fieldsOf(BOOK)).containsExactly("Book.number", "Book.orders");
    }

    private static byte[] book(int number) throws IOException {
        var order = new GenericData.Record(ORDER);
        order.put("id", "o1");
        var book = new GenericData.Record(BOOK);
        book.put("number", number);
        book.put("orders", List.of(ByteBuffer.wrap(encoded(order))));
        return encoded(book);
    }

    private static byte[] encoded(GenericRecord value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericRecord>(new GenericData(), value.getSchema()).encode(value, bytes);
        return bytes.toByteArray();
    }
}
