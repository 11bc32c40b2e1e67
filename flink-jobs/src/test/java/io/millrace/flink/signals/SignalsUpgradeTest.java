package io.millrace.flink.signals;

import io.millrace.core.market.OpenBars;
import io.millrace.core.strategy.RunnerState;
import io.millrace.flink.job.Job;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.trades.InstrumentState;
import io.millrace.flink.upgrade.JobParts;
import io.millrace.flink.upgrade.UpgradeContract;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The strategies themselves come from the savepoint too: after the restore their topic no longer has them. */
class SignalsUpgradeTest extends UpgradeContract {
    SignalsUpgradeTest() {
        super(
                SignalsJob.NAME,
                List.of("trades", "strategies"),
                List.of(InstrumentState.class, OpenBars.PartialBar.class, RunnerState.class));
    }

    @Override
    protected DataStream<KafkaRecord> records(JobParts parts) {
        var outputs = SignalsJob.records(
                parts.input("trades"), parts.input("strategies"), parts.settings(), parts.registry(), parts.broker());
        return outputs.intents().union(outputs.deadLetters());
    }

    @Override
    protected Job.Wiring production() {
        return SignalsJob::wire;
    }
}
