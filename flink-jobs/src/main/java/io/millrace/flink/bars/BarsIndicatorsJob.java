package io.millrace.flink.bars;

import io.millrace.flink.job.Bars;
import io.millrace.flink.job.Job;
import io.millrace.flink.job.JobSettings;
import io.millrace.flink.kafka.KafkaParts;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.KafkaRecordType;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.Rejects;
import io.millrace.flink.trades.Trades;
import io.millrace.schemas.Topics;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Trades to bars and indicators, exactly once; {@code --help} lists the arguments. */
public final class BarsIndicatorsJob {
    public static final String NAME = "bars-indicators";

    private BarsIndicatorsJob() {}

    public static void main(String[] args) throws Exception {
        Job.run(
                NAME,
                "market.trades → market.bars and analytics.indicators, exactly once",
                args,
                Bars.OF_ANY_TYPE,
                BarsIndicatorsJob::wire);
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
        environment.setBufferTimeout(Job.BUFFER_MILLIS_BEHIND_CHECKPOINTS);
        var trades = environment
                .fromSource(KafkaParts.trades(settings, topic), WatermarkStrategy.noWatermarks(), topic)
                .uid("source-trades");
        var topics = List.of(Topics.BARS.name(), Topics.INDICATORS.name(), Topics.TRADES.deadLetters());
        records(trades, settings, registry)
                .sinkTo(KafkaParts.exactlyOnce(settings, topics))
                .uid("sink")
                .name("bars, indicators, dead letters");
    }

    /** All that the job sends, given all that it reads. */
    static DataStream<KafkaRecord> records(DataStream<KafkaRecord> trades, JobSettings settings, Registry registry) {
        var type = KafkaRecordType.STREAMED;
        var tradeSteps = Trades.steps(trades, settings, registry);
        var steps = Trades.withSessions(tradeSteps, settings);
        var bars = steps.map(new BarRecords(registry)).returns(type).uid("bars").name("market.bars");
        var indicators = Trades.byInstrument(steps)
                .process(new IndicatorsFunction(settings.indicators(), registry), type)
                .uid("indicators")
                .name("analytics.indicators");
        return bars.union(indicators, tradeSteps.getSideOutput(Rejects.TAG));
    }
}
