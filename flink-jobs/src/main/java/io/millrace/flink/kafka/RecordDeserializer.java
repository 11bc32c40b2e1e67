package io.millrace.flink.kafka;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands on what Kafka carried as it is: what cannot be decoded must not stop the source. */
final class RecordDeserializer implements KafkaRecordDeserializationSchema<KafkaRecord> {
    private static final long serialVersionUID = 1;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<KafkaRecord> out) {
        out.collect(KafkaRecord.of(record));
    }

    @Override
    public TypeInformation<KafkaRecord> getProducedType() {
        return KafkaRecordType.STREAMED;
    }
}
