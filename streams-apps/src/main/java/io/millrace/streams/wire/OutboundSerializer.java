package io.millrace.streams.wire;

import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.TopicSerde;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/** Values in the topic's wire format; clocks as null with a header. */
final class OutboundSerializer<V> implements Serializer<Outbound<V>> {
    private final TopicSerde<V> serde;

    OutboundSerializer(TopicSerde<V> serde) {
        this.serde = serde;
    }

    @Override
    public byte[] serialize(String topic, Outbound<V> outbound) {
        throw new UnsupportedOperationException("a clock needs headers");
    }

    @Override
    public byte[] serialize(String topic, Headers headers, Outbound<V> outbound) {
        if (outbound instanceof Outbound.Data<V> data) {
            return serde.encode(data.value());
        }
        ClockRecords.write(headers, ((Outbound.Tick<V>) outbound).clock());
        return null;
    }
}
