package io.millrace.flink.bars;

import io.millrace.flink.job.Bars;
import io.millrace.flink.job.Job;
import io.millrace.flink.job.JobSettings;
import io.millrace.flink.kafka.KafkaParts;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.KafkaRecordType;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.Rejects;
import io.millrace.flink.trades.QualityTag;
import io.millrace.flink.trades.Trades;
import io.millrace.schemas.Topics;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Trades to bars and indicators, exactly once; {@code --help} lists the arguments. */
public final class BarsIndicatorsJob {
    public static final String NAME = "bars-indicators";

    private BarsIndicatorsJob() {}

    public static void main(String[] args) throws Exception {
        Job.run(
                NAME,
                "market.trades → market.bars, analytics.indicators and market.quality, exactly once",
                args,
                Bars.OF_ANY_TYPE,
                BarsIndicatorsJob::wire);
    }

    static void wire(StreamExecutionEnvironment environment, JobSettings settings) {
        var registry = Registry.at(settings.registry());
        var trades = source(environment, settings, "source-trades", Topics.TRADES.name());
        var quotes = source(environment, settings, "source-quotes", Topics.QUOTES.name());
        send(records(trades, settings, registry).union(crossed(quotes, settings, registry)), settings);
    }

    /**
     * The job without quotes, of any topic of trades.
     *
     * @param registry where functions find schemas
     */
    public static void wire(
            StreamExecutionEnvironment environment, JobSettings settings, String topic, Registry registry) {
        send(records(source(environment, settings, "source-trades", topic), settings, registry), settings);
    }

    private static DataStream<KafkaRecord> source(
            StreamExecutionEnvironment environment, JobSettings settings, String uid, String topic) {
        environment.setBufferTimeout(Job.BUFFER_MILLIS_BEHIND_CHECKPOINTS);
        return environment
                .fromSource(KafkaParts.trades(settings, topic), WatermarkStrategy.noWatermarks(), topic)
                .uid(uid);
    }

    private static void send(DataStream<KafkaRecord> records, JobSettings settings) {
        var topics = List.of(
                Topics.BARS.name(),
                Topics.INDICATORS.name(),
                Topics.QUALITY.name(),
                Topics.TRADES.deadLetters(),
                Topics.QUOTES.deadLetters());
        records.sinkTo(KafkaParts.exactlyOnce(settings, topics))
                .uid("sink")
                .name("bars, indicators, quality, dead letters");
    }

    /** What was doubtful about quotes. */
    static DataStream<KafkaRecord> crossed(DataStream<KafkaRecord> quotes, JobSettings settings, Registry registry) {
        var crossed = quotes.keyBy(KafkaRecord::keyText, Types.STRING)
                .process(
                        new QuotesFunction(settings.job(), settings.intervals().get(0), registry),
                        KafkaRecordType.STREAMED)
                .uid("quotes")
                .name("quotes → market.quality");
        return crossed.union(crossed.getSideOutput(Rejects.TAG));
    }

    /** All that follows from trades. */
    static DataStream<KafkaRecord> records(DataStream<KafkaRecord> trades, JobSettings settings, Registry registry) {
        var type = KafkaRecordType.STREAMED;
        var tradeSteps = Trades.steps(trades, settings, registry);
        var steps = Trades.withSessions(tradeSteps, settings);
        var bars = steps.map(new BarRecords(registry)).returns(type).uid("bars").name("market.bars");
        var indicators = Trades.byInstrument(steps)
                .process(
                        new IndicatorsFunction(
                                settings.indicators(), settings.quality().corrections(), registry),
                        type)
                .uid("indicators")
                .name("analytics.indicators");
        var quality = tradeSteps
                .getSideOutput(QualityTag.TAG)
                .map(new QualityRecords(registry))
                .returns(type)
                .uid("quality")
                .name("market.quality");
        return bars.union(indicators, quality, tradeSteps.getSideOutput(Rejects.TAG));
    }
}
