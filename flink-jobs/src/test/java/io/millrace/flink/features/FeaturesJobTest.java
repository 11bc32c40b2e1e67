package io.millrace.flink.features;

import static io.millrace.flink.kafka.TestRecords.BTC;
import static io.millrace.flink.kafka.TestRecords.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.flink.job.JobSettings;
import io.millrace.flink.job.TestJobs;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestBroker;
import io.millrace.flink.kafka.TestRecords;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.flink.regimes.TestModels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class FeaturesJobTest {
    @Test
    void everyOperatorHasUidAndNameAndNoTypeFallsToKryo() {
        TestJobs.verifyGraph(TestJobs.settings(FeaturesJob.NAME, 2), FeaturesJob::wire);
    }

    @Test
    void quotesAndABenchmarkAddOperatorsThatKeepTheRules() {
        var options = new FeatureOptions(List.of("basic", "market"), true, BTC, Duration.ofDays(1));
        TestJobs.verifyGraph(
                TestJobs.settings(FeaturesJob.NAME, 2),
                (environment, settings) ->
                        FeaturesJob.wire(environment, settings, options, "market.trades.v1", new TestRegistry()));
    }

    @Test
    void sendsTheSameOnceWhateverHappensAndHoweverManySubtasks() throws Exception {
        var market = TestRecords.market(3_000);
        var whole = run(TestJobs.settings(FeaturesJob.NAME, 1), market, 0);
        var broken = run(TestJobs.settings(FeaturesJob.NAME, 2), market, 1_700);

        assertThat(TestJobs.failures()).isEqualTo(1);
        assertThat(whole)
                .containsOnlyKeys(
                        "analytics.features.v1 BTC-USD.TEST",
                        "analytics.features.v1 ETH-USD.TEST",
                        "analytics.regimes.v1 BTC-USD.TEST",
                        "analytics.regimes.v1 ETH-USD.TEST",
                        "control.models.v1.dlq poison");
        assertThat(broken).isEqualTo(whole);
    }

    private static SortedMap<String, List<String>> run(JobSettings settings, List<KafkaRecord> market, int failAfter)
            throws Exception {
        var models = List.of(TestModels.record(TestModels.hmm(BTC, 1)), TestModels.record(TestModels.rule(ETH, 1)));
        return TestJobs.run(
                settings,
                market,
                failAfter,
                (environment, trades) -> FeaturesJob.records(
                        new FeaturesJob.Inputs(trades, null, models(environment)),
                        settings,
                        FeatureOptions.STANDARD,
                        new TestRegistry(),
                        new TestBroker(models)));
    }

    private static DataStream<KafkaRecord> models(StreamExecutionEnvironment environment) {
        var poison = TestModels.record(TestModels.hmm(BTC, 2));
        poison.key = "poison".getBytes(StandardCharsets.UTF_8);
        return environment
                .fromData(TypeInformation.of(KafkaRecord.class), poison)
                .uid("test-models")
                .setParallelism(1);
    }
}
