package io.millrace.flink.features;

import io.millrace.flink.job.Bars;
import io.millrace.flink.job.Job;
import io.millrace.flink.job.JobSettings;
import io.millrace.flink.kafka.Broker;
import io.millrace.flink.kafka.KafkaBroker;
import io.millrace.flink.kafka.KafkaParts;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.KafkaRecordType;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.Rejects;
import io.millrace.flink.regimes.Regimes;
import io.millrace.flink.trades.Trades;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Trades to features and regimes, exactly once; {@code --help} lists the arguments. */
public final class FeaturesJob {
    public static final String NAME = "features";

    private FeaturesJob() {}

    public static void main(String[] args) throws Exception {
        Job.run(
                NAME,
                "market.trades and control.models → analytics.features and analytics.regimes, exactly once",
                args,
                Bars.OF_TIME,
                FeaturesJob::wire);
    }

    static void wire(StreamExecutionEnvironment environment, JobSettings settings) {
        wire(environment, settings, Topics.TRADES.name(), Registry.at(settings.registry()));
    }

    /**
     * The job, of any topic of trades.
     *
     * @param registry where functions find schemas
     */
    public static void wire(
            StreamExecutionEnvironment environment, JobSettings settings, String topic, Registry registry) {
        var trades = environment
                .fromSource(KafkaParts.trades(settings, topic), WatermarkStrategy.noWatermarks(), topic)
                .uid("source-trades");
        var topics = new ArrayList<>(List.of(Topics.FEATURES.name(), Topics.TRADES.deadLetters()));
        topics.addAll(Regimes.TOPICS);
        var models = Regimes.models(environment, settings);
        records(trades, models, settings, registry, new KafkaBroker(settings.kafka()))
                .sinkTo(KafkaParts.exactlyOnce(settings, topics))
                .uid("sink")
                .name("features, regimes, dead letters");
    }

    /** All that the job sends, given all that it reads. */
    static DataStream<KafkaRecord> records(
            DataStream<KafkaRecord> trades,
            DataStream<KafkaRecord> models,
            JobSettings settings,
            Registry registry,
            Broker broker) {
        var steps = Trades.steps(trades, settings, registry);
        return Trades.byInstrument(steps)
                .process(new FeaturesFunction(registry), KafkaRecordType.STREAMED)
                .uid("features")
                .name("analytics.features")
                .union(steps.getSideOutput(Rejects.TAG), Regimes.records(steps, models, settings, registry, broker));
    }
}
