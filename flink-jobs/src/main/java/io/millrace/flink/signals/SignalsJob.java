package io.millrace.flink.signals;

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
import io.millrace.flink.trades.Trades;
import io.millrace.schemas.Topics;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Trades to intents, at lowest latency; {@code --help} lists the arguments. */
public final class SignalsJob {
    public static final String NAME = "signals";

    /**
     * What the job sends.
     *
     * @param intents intents and clocks, in their order
     */
    record Outputs(DataStream<KafkaRecord> intents, DataStream<KafkaRecord> deadLetters) {}

    private SignalsJob() {}

    public static void main(String[] args) throws Exception {
        Job.run(
                NAME,
                "market.trades and control.strategies → trading.intents, with deterministic ids, at least once",
                args,
                Bars.OF_TIME,
                SignalsJob::wire);
    }

    static void wire(StreamExecutionEnvironment environment, JobSettings settings) {
        var trades = environment
                .fromSource(
                        KafkaParts.trades(settings, Topics.TRADES.name()),
                        WatermarkStrategy.noWatermarks(),
                        Topics.TRADES.name())
                .uid("source-trades");
        var strategies = environment
                .fromSource(
                        KafkaParts.control(settings, Topics.STRATEGIES.name()),
                        WatermarkStrategy.noWatermarks(),
                        Topics.STRATEGIES.name())
                .uid("source-strategies")
                .setParallelism(1);
        var outputs = records(
                trades, strategies, settings, Registry.at(settings.registry()), new KafkaBroker(settings.kafka()));
        outputs.intents()
                .sinkTo(KafkaParts.atLeastOnce(settings, List.of(Topics.INTENTS.name())))
                .uid("sink-intents")
                .name("trading.intents");
        outputs.deadLetters()
                .sinkTo(KafkaParts.atLeastOnce(
                        settings, List.of(Topics.TRADES.deadLetters(), Topics.STRATEGIES.deadLetters())))
                .uid("sink-dead-letters")
                .name("dead letters");
    }

    /** All that the job sends, given all that it reads. */
    static Outputs records(
            DataStream<KafkaRecord> trades,
            DataStream<KafkaRecord> strategies,
            JobSettings settings,
            Registry registry,
            Broker broker) {
        var steps = Trades.steps(trades, settings, registry);
        // Bars are few: each goes on at once.
        steps.setBufferTimeout(0);
        var intents = Trades.byInstrument(steps)
                .connect(strategies.broadcast(SignalsFunction.STRATEGIES))
                .process(
                        new SignalsFunction(settings.job(), settings.intervals(), registry, broker),
                        KafkaRecordType.STREAMED)
                .uid("signals")
                .name("strategies → intents");
        return new Outputs(intents, steps.getSideOutput(Rejects.TAG).union(intents.getSideOutput(Rejects.TAG)));
    }
}
