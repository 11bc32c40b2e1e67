package io.millrace.flink.signals;

import static io.millrace.flink.kafka.TestRecords.BTC;
import static io.millrace.flink.kafka.TestRecords.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.flink.job.JobSettings;
import io.millrace.flink.job.TestJobs;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestBroker;
import io.millrace.flink.kafka.TestRecords;
import io.millrace.flink.kafka.TestRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class SignalsJobTest {
    @Test
    void everyOperatorHasUidAndNameAndNoTypeFallsToKryo() {
        TestJobs.verifyGraph(TestJobs.settings(SignalsJob.NAME, 2), SignalsJob::wire);
    }

    @Test
    void sendsTheSameIntentsAndClocksWhateverHappensAndHoweverManySubtasks() throws Exception {
        var market = TestRecords.market(4_000);
        var whole = run(TestJobs.settings(SignalsJob.NAME, 1), market, 0);
        var broken = run(TestJobs.settings(SignalsJob.NAME, 2), market, 2_200);

        assertThat(TestJobs.failures()).isEqualTo(1);
        assertThat(whole)
                .containsOnlyKeys(
                        "control.strategies.v1.dlq poison",
                        "trading.intents.v1 account-BTC-USD",
                        "trading.intents.v1 account-ETH-USD",
                        "trading.intents.v1 BTC-USD.TEST",
                        "trading.intents.v1 ETH-USD.TEST");
        assertThat(broken).isEqualTo(whole);
    }

    private static SortedMap<String, List<String>> run(JobSettings settings, List<KafkaRecord> market, int failAfter)
            throws Exception {
        return TestJobs.run(settings, market, failAfter, (environment, trades) -> {
            var outputs = SignalsJob.records(
                    trades,
                    strategies(environment),
                    settings,
                    new TestRegistry(),
                    new TestBroker(List.of(
                            TestStrategies.record(TestStrategies.rsi(BTC, 1, Duration.ZERO)),
                            TestStrategies.record(TestStrategies.rsi(ETH, 1, Duration.ofMinutes(20))))));
            return outputs.intents().union(outputs.deadLetters());
        });
    }

    private static DataStream<KafkaRecord> strategies(StreamExecutionEnvironment environment) {
        var poison = TestStrategies.record(TestStrategies.rsi(BTC, 2, Duration.ZERO));
        poison.key = "poison".getBytes(StandardCharsets.UTF_8);
        return environment
                .fromData(TypeInformation.of(KafkaRecord.class), poison)
                .uid("test-strategies")
                .setParallelism(1);
    }
}
