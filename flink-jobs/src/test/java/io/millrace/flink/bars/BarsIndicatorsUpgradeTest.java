package io.millrace.flink.bars;

import io.millrace.flink.job.Job;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.trades.InstrumentState;
import io.millrace.flink.upgrade.JobParts;
import io.millrace.flink.upgrade.UpgradeContract;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

class BarsIndicatorsUpgradeTest extends UpgradeContract {
    BarsIndicatorsUpgradeTest() {
        super(BarsIndicatorsJob.NAME, List.of("trades"), List.of(InstrumentState.class));
    }

    @Override
    protected DataStream<KafkaRecord> records(JobParts parts) {
        return BarsIndicatorsJob.records(parts.input("trades"), parts.settings(), parts.registry());
    }

    @Override
    protected Job.Wiring production() {
        return BarsIndicatorsJob::wire;
    }
}
