package io.millrace.flink.features;

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
        super(FeaturesJob.NAME, List.of("trades", "models"), List.of(InstrumentState.class, RegimeState.class));
    }

    @Override
    protected DataStream<KafkaRecord> records(JobParts parts) {
        return FeaturesJob.records(
                parts.input("trades"), parts.input("models"), parts.settings(), parts.registry(), parts.broker());
    }

    @Override
    protected Job.Wiring production() {
        return FeaturesJob::wire;
    }
}
