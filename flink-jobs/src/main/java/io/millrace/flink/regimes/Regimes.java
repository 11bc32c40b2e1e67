package io.millrace.flink.regimes;

import io.millrace.flink.job.JobSettings;
import io.millrace.flink.kafka.Broker;
import io.millrace.flink.kafka.KafkaParts;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.KafkaRecordType;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.Rejects;
import io.millrace.flink.trades.MarketStep;
import io.millrace.flink.trades.Trades;
import io.millrace.schemas.Topics;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The part of a job that tells regimes. */
public final class Regimes {
    /** Where its records go. */
    public static final List<String> TOPICS = List.of(Topics.REGIMES.name(), Topics.MODELS.deadLetters());

    private Regimes() {}

    /** The models that people put in force. */
    public static DataStream<KafkaRecord> models(StreamExecutionEnvironment environment, JobSettings settings) {
        return environment
                .fromSource(
                        KafkaParts.control(settings, Topics.MODELS.name()),
                        WatermarkStrategy.noWatermarks(),
                        Topics.MODELS.name())
                .uid("source-models")
                .setParallelism(1);
    }

    /** Regimes, clocks and dead letters of the steps. */
    public static DataStream<KafkaRecord> records(
            DataStream<MarketStep> steps,
            DataStream<KafkaRecord> models,
            JobSettings settings,
            Registry registry,
            Broker broker) {
        var regimes = Trades.byInstrument(steps)
                .connect(models.broadcast(RegimesFunction.MODELS))
                .process(
                        new RegimesFunction(settings.job(), settings.intervals(), registry, broker),
                        KafkaRecordType.STREAMED)
                .uid("regimes")
                .name("analytics.regimes");
        return regimes.union(regimes.getSideOutput(Rejects.TAG));
    }
}
