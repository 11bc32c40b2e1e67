package io.millrace.flink.kafka;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Records on their way between operators, in few bytes. For streams only: what state keeps of records stays the POJO that
 * {@code TypeInformation.of(KafkaRecord.class)} finds, which later versions can read.
 */
public final class KafkaRecordType extends TypeInformation<KafkaRecord> {
    public static final KafkaRecordType STREAMED = new KafkaRecordType();

    private static final long serialVersionUID = 1;

    private KafkaRecordType() {}

    @Override
    public TypeSerializer<KafkaRecord> createSerializer(SerializerConfig config) {
        return new KafkaRecordSerializer();
    }

    @Override
    public Class<KafkaRecord> getTypeClass() {
        return KafkaRecord.class;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public String toString() {
        return "streamed KafkaRecord";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KafkaRecordType;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof KafkaRecordType;
    }

    @Override
    public int hashCode() {
        return KafkaRecordType.class.hashCode();
    }
}
