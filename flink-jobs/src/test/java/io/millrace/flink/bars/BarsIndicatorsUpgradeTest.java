package io.millrace.flink.bars;

import io.millrace.core.clock.EventBarTimeline;
import io.millrace.core.market.OpenBars;
import io.millrace.core.market.bar.BarType;
import io.millrace.core.market.bar.ResampledBars;
import io.millrace.core.market.calendar.InstrumentCalendars;
import io.millrace.core.quality.QualityTally;
import io.millrace.flink.job.Job;
import io.millrace.flink.job.JobSettings;
import io.millrace.flink.job.MoreBars;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.trades.InstrumentState;
import io.millrace.flink.upgrade.JobParts;
import io.millrace.flink.upgrade.UpgradeContract;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

class BarsIndicatorsUpgradeTest extends UpgradeContract {
    BarsIndicatorsUpgradeTest() {
        super(
                BarsIndicatorsJob.NAME,
                List.of("trades", "quotes"),
                List.of(
                        InstrumentState.class,
                        OpenBars.PartialBar.class,
                        EventBarTimeline.State.class,
                        ResampledBars.class,
                        QualityTally.State.class));
    }

    @Override
    protected DataStream<KafkaRecord> records(JobParts parts) {
        var settings = settings(parts);
        return BarsIndicatorsJob.records(parts.input("trades"), settings, parts.registry())
                .union(BarsIndicatorsJob.crossed(parts.input("quotes"), settings, parts.registry()));
    }

    /** The first release knew bars of fixed intervals alone. */
    private static JobSettings settings(JobParts parts) {
        return parts.release().isFirst()
                ? parts.settings()
                : parts.settings()
                        .with(
                                new MoreBars(
                                        BarType.parseAll(
                                                "tick(40),value(50000),value-imbalance(40),tick-runs(40),renko(8)"),
                                        List.of(Duration.ofMinutes(15), MoreBars.WHOLE_SESSION),
                                        InstrumentCalendars.parse("ETH-USD.TEST=us-equities")),
                                parts.settings().quality());
    }

    @Override
    protected Job.Wiring production() {
        return BarsIndicatorsJob::wire;
    }
}
