package io.millrace.flink.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.testutils.DeeplyEqualsChecker;

/** Flink's own demands on a serializer, on records of every shape. */
class KafkaRecordSerializerTest extends SerializerTestBase<KafkaRecord> {
    KafkaRecordSerializerTest() {
        super(new DeeplyEqualsChecker()
                .withCustomCheck(
                        (one, other) -> one instanceof KafkaRecord && other instanceof KafkaRecord,
                        (one, other, checker) -> equal((KafkaRecord) one, (KafkaRecord) other)));
    }

    @Override
    protected TypeSerializer<KafkaRecord> createSerializer() {
        return new KafkaRecordSerializer();
    }

    @Override
    protected int getLength() {
        return -1;
    }

    @Override
    protected Class<KafkaRecord> getTypeClass() {
        return KafkaRecord.class;
    }

    @Override
    protected KafkaRecord[] getTestData() {
        var clock = record("market.trades.v1", "BTC-USD.BITSTAMP", null);
        clock.headerNames = new String[] {"clock", "zürich", ""};
        clock.headerValues = new byte[][] {{1, 2, 3}, null, {}};
        var trade = record("market.trades.v1", "BTC-USD.BITSTAMP", "a trade");
        trade.partition = 3;
        trade.offset = Long.MAX_VALUE;
        return new KafkaRecord[] {
            new KafkaRecord(),
            trade,
            clock,
            record("market.trades.v1", null, ""),
            record("t".repeat(249), "", "x".repeat(100_000)),
            trade
        };
    }

    private static KafkaRecord record(String topic, String key, String value) {
        var record = new KafkaRecord();
        record.topic = topic;
        record.key = bytes(key);
        record.value = bytes(value);
        return record;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean equal(KafkaRecord one, KafkaRecord other) {
        return Arrays.deepEquals(fields(one), fields(other));
    }

    private static Object[] fields(KafkaRecord record) {
        return new Object[] {
            record.topic,
            record.partition,
            record.offset,
            record.key,
            record.value,
            record.headerNames,
            record.headerValues
        };
    }
}
