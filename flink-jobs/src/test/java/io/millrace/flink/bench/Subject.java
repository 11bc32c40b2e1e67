package io.millrace.flink.bench;

import io.millrace.flink.bars.BarsIndicatorsJob;
import io.millrace.flink.features.FeaturesJob;
import io.millrace.flink.job.JobSettings;
import io.millrace.flink.kafka.KafkaParts;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.KafkaRecordType;
import io.millrace.flink.kafka.Registry;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job that is measured.
 *
 * @param operator the first one behind the source: a trade that it took is through
 */
record Subject(String job, String operator, Wiring wiring) {
    static final String COPIES = "bench.copies";
    private static final String FIRST_OPERATOR = "trades → bars";

    static final Subject PASS_THROUGH = new Subject("pass-through", "copies", Subject::copies);
    static final Subject BARS_INDICATORS = new Subject(BarsIndicatorsJob.NAME, FIRST_OPERATOR, BarsIndicatorsJob::wire);
    static final Subject FEATURES = new Subject(FeaturesJob.NAME, FIRST_OPERATOR, FeaturesJob::wire);

    /** Puts source, functions and sink together. */
    @FunctionalInterface
    interface Wiring {
        void wire(StreamExecutionEnvironment environment, JobSettings settings, String topic, Registry registry);
    }

    /** The same source and the same sink as the jobs', and no work. */
    private static void copies(
            StreamExecutionEnvironment environment, JobSettings settings, String topic, Registry registry) {
        environment
                .fromSource(KafkaParts.trades(settings, topic), WatermarkStrategy.noWatermarks(), topic)
                .uid("source-trades")
                .map(Subject::copy)
                .returns(KafkaRecordType.STREAMED)
                .uid("copies")
                .name("copies")
                .sinkTo(KafkaParts.exactlyOnce(settings, List.of(COPIES)))
                .uid("sink")
                .name("copies of trades");
    }

    private static KafkaRecord copy(KafkaRecord trade) {
        var copy = new KafkaRecord();
        copy.topic = COPIES;
        copy.key = trade.key;
        copy.value = trade.value;
        copy.headerNames = trade.headerNames;
        copy.headerValues = trade.headerValues;
        return copy;
    }
}
