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
import io.millrace.flink.trades.MarketStep;
import io.millrace.flink.trades.Trades;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Trades to features and regimes, exactly once; {@code --help} lists the arguments. */
public final class FeaturesJob {
    public static final String NAME = "features";

    /**
     * What the job reads.
     *
     * @param quotes null if it is not to read any
     */
    record Inputs(DataStream<KafkaRecord> trades, DataStream<KafkaRecord> quotes, DataStream<KafkaRecord> models) {}

    private FeaturesJob() {}

    public static void main(String[] args) throws Exception {
        Job.run(
                NAME,
                "market.trades, control.models and if wanted market.quotes → analytics.features and"
                        + " analytics.regimes, exactly once",
                args,
                Bars.OF_TIME,
                FeatureOptions::take,
                (environment, settings, options) ->
                        wire(environment, settings, options, Topics.TRADES.name(), Registry.at(settings.registry())));
    }

    static void wire(StreamExecutionEnvironment environment, JobSettings settings) {
        wire(environment, settings, Topics.TRADES.name(), Registry.at(settings.registry()));
    }

    /**
     * The job without arguments of its own, of any topic of trades.
     *
     * @param registry where functions find schemas
     */
    public static void wire(
            StreamExecutionEnvironment environment, JobSettings settings, String topic, Registry registry) {
        wire(environment, settings, FeatureOptions.STANDARD, topic, registry);
    }

    static void wire(
            StreamExecutionEnvironment environment,
            JobSettings settings,
            FeatureOptions options,
            String topic,
            Registry registry) {
        environment.setBufferTimeout(Job.BUFFER_MILLIS_BEHIND_CHECKPOINTS);
        var topics = new ArrayList<>(List.of(Topics.FEATURES.name(), Topics.TRADES.deadLetters()));
        topics.addAll(Regimes.TOPICS);
        if (options.quotes()) {
            topics.add(Topics.QUOTES.deadLetters());
        }
        var inputs = new Inputs(
                source(environment, settings, topic, "source-trades"),
                options.quotes() ? source(environment, settings, Topics.QUOTES.name(), "source-quotes") : null,
                Regimes.models(environment, settings));
        records(inputs, settings, options, registry, new KafkaBroker(settings.kafka()))
                .sinkTo(KafkaParts.exactlyOnce(settings, topics))
                .uid("sink")
                .name("features, regimes, dead letters");
    }

    private static DataStream<KafkaRecord> source(
            StreamExecutionEnvironment environment, JobSettings settings, String topic, String uid) {
        return environment
                .fromSource(KafkaParts.trades(settings, topic), WatermarkStrategy.noWatermarks(), topic)
                .uid(uid);
    }

    /** All that the job sends, given all that it reads. */
    static DataStream<KafkaRecord> records(
            Inputs inputs, JobSettings settings, FeatureOptions options, Registry registry, Broker broker) {
        var steps = options.seesTrades()
                ? Trades.stepsWithTrades(inputs.trades(), settings, registry)
                : Trades.steps(inputs.trades(), settings, registry);
        var bars = Trades.barsAndClocks(steps);
        var records = features(steps, inputs, settings, options, registry)
                .union(
                        steps.getSideOutput(Rejects.TAG),
                        Regimes.records(bars, inputs.models(), settings, registry, broker));
        return options.benchmark() == null ? records : records.union(beside(bars, options, registry));
    }

    private static DataStream<KafkaRecord> features(
            DataStream<MarketStep> steps,
            Inputs inputs,
            JobSettings settings,
            FeatureOptions options,
            Registry registry) {
        var byInstrument = Trades.byInstrument(steps);
        if (inputs.quotes() == null) {
            return byInstrument
                    .process(
                            new FeaturesFunction(options.ownSets(), settings.intervals(), registry),
                            KafkaRecordType.STREAMED)
                    .uid("features")
                    .name("analytics.features");
        }
        var features = byInstrument
                .connect(inputs.quotes().keyBy(KafkaRecord::keyText, Types.STRING))
                .process(
                        new QuotedFeaturesFunction(
                                settings.job(),
                                options.ownSets(),
                                settings.intervals(),
                                settings.lateness(),
                                options.patience(),
                                registry),
                        KafkaRecordType.STREAMED)
                .uid("features")
                .name("quotes, analytics.features");
        return features.union(features.getSideOutput(Rejects.TAG));
    }

    /** The set {@code benchmark}, apart, so that the other sets wait for nobody. */
    private static DataStream<KafkaRecord> beside(
            DataStream<MarketStep> bars, FeatureOptions options, Registry registry) {
        var instrument = options.benchmark().toString();
        var benchmark = bars.filter(step -> step.instrument().equals(instrument))
                .uid("benchmark-bars")
                .name("bars of " + instrument);
        return Trades.byInstrument(bars)
                .connect(benchmark.broadcast(BenchmarkFunction.BENCHMARK, BenchmarkFunction.CLOCK))
                .process(new BenchmarkFunction(instrument, options.patience(), registry), KafkaRecordType.STREAMED)
                .uid("benchmark")
                .name("beside " + instrument);
    }
}
