package io.millrace.flink.trades;

import io.millrace.flink.job.JobSettings;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The beginning of every job. */
public final class Trades {
    private Trades() {}

    /** Bars and clocks of the trades; what could not be used, and what was doubtful, is in the side outputs. */
    public static SingleOutputStreamOperator<MarketStep> steps(
            DataStream<KafkaRecord> trades, JobSettings settings, Registry registry) {
        return steps(trades, function(settings, registry));
    }

    /** The same with the trades of the bars between them. */
    public static SingleOutputStreamOperator<MarketStep> stepsWithTrades(
            DataStream<KafkaRecord> trades, JobSettings settings, Registry registry) {
        return steps(trades, function(settings, registry).sendingTrades());
    }

    private static TradesFunction function(JobSettings settings, Registry registry) {
        return new TradesFunction(
                settings.job(),
                settings.intervals(),
                settings.moreBars().types(),
                settings.lateness(),
                settings.quality(),
                registry);
    }

    private static SingleOutputStreamOperator<MarketStep> steps(
            DataStream<KafkaRecord> trades, TradesFunction function) {
        return trades.keyBy(KafkaRecord::keyText, Types.STRING)
                .process(function, TypeInformation.of(MarketStep.class))
                .uid("trades")
                .name("trades → bars");
    }

    /** The bars and clocks of steps among which are trades. */
    public static SingleOutputStreamOperator<MarketStep> barsAndClocks(DataStream<MarketStep> steps) {
        return steps.filter(step -> !step.isTrade()).uid("bars-and-clocks").name("bars, clocks");
    }

    /** The steps with the bars of sessions between them, if there are to be any. */
    public static DataStream<MarketStep> withSessions(DataStream<MarketStep> steps, JobSettings settings) {
        var more = settings.moreBars();
        return more.sessions().isEmpty()
                ? steps
                : byInstrument(steps)
                        .process(
                                new SessionBarsFunction(
                                        more,
                                        settings.intervals().get(0),
                                        settings.lateness(),
                                        settings.quality().corrections()),
                                TypeInformation.of(MarketStep.class))
                        .uid("session-bars")
                        .name("session bars");
    }

    /** The steps by instrument again: they are already where their trades were, so nothing is sent anywhere. */
    public static KeyedStream<MarketStep, String> byInstrument(DataStream<MarketStep> steps) {
        return DataStreamUtils.reinterpretAsKeyedStream(steps, MarketStep::instrument, Types.STRING);
    }
}
