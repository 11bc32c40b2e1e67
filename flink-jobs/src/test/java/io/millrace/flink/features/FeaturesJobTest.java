package io.millrace.flink.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.flink.job.TestJobs;
import io.millrace.flink.kafka.TestRecords;
import io.millrace.flink.kafka.TestRegistry;
import org.junit.jupiter.api.Test;

class FeaturesJobTest {
    @Test
    void everyOperatorHasUidAndNameAndNoTypeFallsToKryo() {
        TestJobs.verifyGraph(TestJobs.settings(FeaturesJob.NAME, 2), FeaturesJob::wire);
    }

    @Test
    void sendsTheSameOnceWhateverHappensAndHoweverManySubtasks() throws Exception {
        var market = TestRecords.market(3_000);
        var calm = TestJobs.settings(FeaturesJob.NAME, 1);
        var whole =
                TestJobs.run(calm, market, 0, (env, trades) -> FeaturesJob.records(trades, calm, new TestRegistry()));

        var wide = TestJobs.settings(FeaturesJob.NAME, 2);
        var broken = TestJobs.run(
                wide, market, 1_700, (env, trades) -> FeaturesJob.records(trades, wide, new TestRegistry()));

        assertThat(TestJobs.failures()).isEqualTo(1);
        assertThat(whole).containsOnlyKeys("analytics.features.v1 BTC-USD.TEST", "analytics.features.v1 ETH-USD.TEST");
        assertThat(broken).isEqualTo(whole);
    }
}
