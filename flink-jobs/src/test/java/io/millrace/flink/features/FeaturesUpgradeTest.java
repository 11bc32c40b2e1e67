package io.millrace.flink.features;

import io.millrace.core.feature.Tape;
import io.millrace.core.regime.RegimeState;
import io.millrace.flink.job.Job;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.trades.InstrumentState;
import io.millrace.flink.upgrade.JobParts;
import io.millrace.flink.upgrade.UpgradeContract;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

class FeaturesUpgradeTest extends UpgradeContract {
    FeaturesUpgradeTest() {
        super(
                FeaturesJob.NAME,
                List.of("trades", "models"),
                List.of(InstrumentState.class, RegimeState.class, Tape.class));
    }

    @Override
    protected DataStream<KafkaRecord> records(JobParts parts) {
        var inputs = new FeaturesJob.Inputs(parts.input("trades"), null, parts.input("models"));
        return FeaturesJob.records(inputs, parts.settings(), options(parts), parts.registry(), parts.broker());
    }

    /** The first release knew one set alone. */
    private static FeatureOptions options(JobParts parts) {
        var sets = parts.release().number() == 1 ? List.of("basic") : List.of("basic", "market");
        return new FeatureOptions(sets, false, null, FeatureOptions.STANDARD.patience());
    }

    @Override
    protected Job.Wiring production() {
        return FeaturesJob::wire;
    }
}
