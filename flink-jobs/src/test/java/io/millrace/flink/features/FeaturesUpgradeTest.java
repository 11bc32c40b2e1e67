package io.millrace.flink.features;

import io.millrace.core.feature.Tape;
import io.millrace.core.market.OpenBars;
import io.millrace.core.market.TradeSequence;
import io.millrace.core.regime.RegimeState;
import io.millrace.flink.job.Job;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.TestRecords;
import io.millrace.flink.trades.InstrumentState;
import io.millrace.flink.upgrade.JobParts;
import io.millrace.flink.upgrade.UpgradeContract;
import io.millrace.schemas.Topics;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

class FeaturesUpgradeTest extends UpgradeContract {
    /** The first release knew one set alone. */
    private static final FeatureOptions FIRST =
            new FeatureOptions(List.of("basic"), false, null, FeatureOptions.STANDARD.patience());

    private static final FeatureOptions ALL =
            new FeatureOptions(List.of("basic", "market"), true, TestRecords.BTC, FeatureOptions.STANDARD.patience());

    FeaturesUpgradeTest() {
        super(
                FeaturesJob.NAME,
                List.of("trades", "quotes", "models"),
                List.of(
                        InstrumentState.class,
                        OpenBars.PartialBar.class,
                        Tape.class,
                        MarketMerge.State.class,
                        TradeSequence.State.class,
                        BenchmarkFunction.PendingBars.class,
                        BenchmarkBars.class,
                        RegimeState.class));
    }

    @Override
    protected DataStream<KafkaRecord> records(JobParts parts) {
        var quotes = parts.release().isFirst() ? null : parts.input("quotes");
        var inputs = new FeaturesJob.Inputs(parts.input("trades"), quotes, parts.input("models"));
        var options = parts.release().isFirst() ? FIRST : ALL;
        return FeaturesJob.records(inputs, parts.settings(), options, parts.registry(), parts.broker());
    }

    @Override
    protected Job.Wiring production() {
        return (environment, settings) ->
                FeaturesJob.wire(environment, settings, ALL, Topics.TRADES.name(), Registry.at(settings.registry()));
    }
}
