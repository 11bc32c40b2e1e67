package io.millrace.flink.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A record's fields one after the other:
 *
 * <pre>
 * topic: length (1 byte, 255 for none), UTF-8 │ partition: int │ offset: long │ key │ value │ headers: number (int), then name and value of each
 * bytes: length (int, -1 for none), bytes
 * </pre>
 *
 * Topics come in long rows of the same, so the last one is kept on either side.
 */
final class KafkaRecordSerializer extends TypeSerializer<KafkaRecord> {
    private static final long serialVersionUID = 1;
    private static final int NONE = -1;
    /** A topic's name has at most 249 characters, all ASCII. */
    private static final int NO_TOPIC = 255;

    private transient String topic;
    private transient byte[] topicBytes;
    private transient byte[] scratch;

    @Override
    public void serialize(KafkaRecord record, DataOutputView out) throws IOException {
        writeTopic(record.topic, out);
        out.writeInt(record.partition);
        out.writeLong(record.offset);
        writeBytes(record.key, out);
        writeBytes(record.value, out);
        out.writeInt(record.headerNames.length);
        for (int i = 0; i < record.headerNames.length; i++) {
            writeBytes(record.headerNames[i].getBytes(UTF_8), out);
            writeBytes(record.headerValues[i], out);
        }
    }

    @Override
    public KafkaRecord deserialize(DataInputView in) throws IOException {
        var record = new KafkaRecord();
        record.topic = readTopic(in);
        record.partition = in.readInt();
        record.offset = in.readLong();
        record.key = readBytes(in);
        record.value = readBytes(in);
        int headers = in.readInt();
        if (headers > 0) {
            record.headerNames = new String[headers];
            record.headerValues = new byte[headers][];
            for (int i = 0; i < headers; i++) {
                record.headerNames[i] = new String(readBytes(in), UTF_8);
                record.headerValues[i] = readBytes(in);
            }
        }
        return record;
    }

    private void writeTopic(String name, DataOutputView out) throws IOException {
        if (name == null) {
            out.writeByte(NO_TOPIC);
            return;
        }
        if (!name.equals(topic)) {
            topic = name;
            topicBytes = name.getBytes(UTF_8);
            if (topicBytes.length >= NO_TOPIC) {
                throw new IOException("no topic's name is as long as " + name);
            }
        }
        out.writeByte(topicBytes.length);
        out.write(topicBytes);
    }

    private String readTopic(DataInputView in) throws IOException {
        int length = in.readUnsignedByte();
        if (length == NO_TOPIC) {
            return null;
        }
        if (scratch == null) {
            scratch = new byte[NO_TOPIC];
        }
        in.readFully(scratch, 0, length);
        if (topic == null || !Arrays.equals(scratch, 0, length, topicBytes, 0, topicBytes.length)) {
            topicBytes = Arrays.copyOf(scratch, length);
            topic = new String(topicBytes, UTF_8);
        }
        return topic;
    }

    private static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
        if (bytes == null) {
            out.writeInt(NONE);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static byte[] readBytes(DataInputView in) throws IOException {
        int length = in.readInt();
        if (length == NONE) {
            return null;
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    @Override
    public KafkaRecord deserialize(KafkaRecord reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    /** The same: nobody changes a record after it was made. */
    @Override
    public KafkaRecord copy(KafkaRecord from) {
        return from;
    }

    @Override
    public KafkaRecord copy(KafkaRecord from, KafkaRecord reuse) {
        return from;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    /** Another one: each keeps the last topic to itself. */
    @Override
    public TypeSerializer<KafkaRecord> duplicate() {
        return new KafkaRecordSerializer();
    }

    @Override
    public KafkaRecord createInstance() {
        return new KafkaRecord();
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KafkaRecordSerializer;
    }

    @Override
    public int hashCode() {
        return KafkaRecordSerializer.class.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<KafkaRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** There is nothing to remember of it; Flink makes it by name. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<KafkaRecord> {
        public Snapshot() {
            super(KafkaRecordSerializer::new);
        }
    }
}
