package io.millrace.flink.bars;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.bar.BarType;
import io.millrace.core.market.calendar.InstrumentCalendars;
import io.millrace.flink.job.DataQuality;
import io.millrace.flink.job.MoreBars;
import io.millrace.flink.job.TestJobs;
import io.millrace.flink.kafka.TestRecords;
import io.millrace.flink.kafka.TestRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarsIndicatorsJobTest {
    @Test
    void everyOperatorHasUidAndNameAndNoTypeFallsToKryo() {
        TestJobs.verifyGraph(TestJobs.settings(BarsIndicatorsJob.NAME, 2), BarsIndicatorsJob::wire);
    }

    @Test
    void barsOfOtherTypesAreSentWithTheirIndicatorsOnceWhateverHappens() throws Exception {
        var market = TestRecords.market(4_000);
        var more = new MoreBars(
                BarType.parseAll("tick(25),value-imbalance(20),renko(1)"),
                List.of(ofMinutes(10), MoreBars.WHOLE_SESSION),
                InstrumentCalendars.parse("TEST=24/7(Europe/Berlin,08:15)"));
        var calm = TestJobs.settings(BarsIndicatorsJob.NAME, 1).with(more, DataQuality.WITHOUT_CORRECTIONS);
        var whole = TestJobs.run(
                calm, market, 0, (env, trades) -> BarsIndicatorsJob.records(trades, calm, new TestRegistry()));
        var wide = TestJobs.settings(BarsIndicatorsJob.NAME, 2).with(more, DataQuality.WITHOUT_CORRECTIONS);
        var broken = TestJobs.run(
                wide, market, 2_200, (env, trades) -> BarsIndicatorsJob.records(trades, wide, new TestRegistry()));

        assertThat(TestJobs.failures()).isEqualTo(1);
        assertThat(broken).isEqualTo(whole);
        TestJobs.verifyGraph(calm, BarsIndicatorsJob::wire);
    }

    @Test
    void sendsTheSameOnceWhateverHappensAndHoweverManySubtasks() throws Exception {
        var market = TestRecords.market(4_000);
        market.get(50).value = "poison".getBytes(StandardCharsets.UTF_8);
        var calm = TestJobs.settings(BarsIndicatorsJob.NAME, 1);
        var whole = TestJobs.run(
                calm, market, 0, (env, trades) -> BarsIndicatorsJob.records(trades, calm, new TestRegistry()));

        var wide = TestJobs.settings(BarsIndicatorsJob.NAME, 2);
        var broken = TestJobs.run(
                wide, market, 2_200, (env, trades) -> BarsIndicatorsJob.records(trades, wide, new TestRegistry()));

        assertThat(TestJobs.failures()).isEqualTo(1);
        assertThat(whole)
                .containsOnlyKeys(
                        "market.bars.v1 BTC-USD.TEST",
                        "market.bars.v1 ETH-USD.TEST",
                        "analytics.indicators.v1 BTC-USD.TEST",
                        "analytics.indicators.v1 ETH-USD.TEST",
                        "market.quality.v1 BTC-USD.TEST",
                        "market.quality.v1 ETH-USD.TEST",
                        "market.trades.v1.dlq BTC-USD.TEST");
        assertThat(whole.get("market.trades.v1.dlq BTC-USD.TEST")).hasSize(1);
        assertThat(broken).isEqualTo(whole);
    }
}
