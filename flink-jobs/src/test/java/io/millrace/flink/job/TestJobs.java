package io.millrace.flink.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.flink.kafka.KafkaRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs whole jobs on a small cluster within the test, with a source and a sink in memory. */
public final class TestJobs {
    private static final int RECORDS_PER_CHECKPOINT = 500;

    private static List<KafkaRecord> input = List.of();
    private static final AtomicInteger FAILURES = new AtomicInteger();

    private TestJobs() {}

    public static JobSettings settings(String job, int parallelism) {
        return new JobSettings(
                        job,
                        "localhost:1",
                        "http://localhost:1",
                        "test-" + job,
                        parallelism,
                        Start.EARLIEST,
                        Duration.ofSeconds(1),
                        List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                        Duration.ofMillis(20),
                        "",
                        Duration.ofMinutes(10))
                .with(MoreBars.NONE, DataQuality.WITHOUT_CORRECTIONS);
    }

    /** What a job sends, in its order by topic and key; it runs as in production but for its source and sink. */
    @SuppressWarnings("try") // what Flink closes may throw any exception
    public static SortedMap<String, List<String>> run(
            JobSettings settings,
            List<KafkaRecord> records,
            int failAfter,
            BiFunction<StreamExecutionEnvironment, DataStream<KafkaRecord>, DataStream<KafkaRecord>> pipeline)
            throws Exception {
        input = records;
        FAILURES.set(0);
        var configuration = Job.configuration(settings);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(10));
        try (var environment =
                StreamExecutionEnvironment.createLocalEnvironment(settings.parallelism(), configuration)) {
            var type = TypeInformation.of(KafkaRecord.class);
            var source = new DataGeneratorSource<>(
                    TestJobs::input, records.size(), RateLimiterStrategy.perCheckpoint(RECORDS_PER_CHECKPOINT), type);
            var trades = environment
                    .fromSource(source, WatermarkStrategy.noWatermarks(), "trades")
                    .uid("test-source")
                    .setParallelism(1)
                    .map(new FailOnce(failAfter))
                    .returns(type)
                    .uid("test-failure")
                    .setParallelism(1);
            var sent = new TreeMap<String, List<String>>();
            try (var results = pipeline.apply(environment, trades).executeAndCollect()) {
                results.forEachRemaining(
                        record -> sent.computeIfAbsent(record.topic + " " + record.keyText(), key -> new ArrayList<>())
                                .add(text(record)));
            }
            return sent;
        }
    }

    /** Wires a job as in production, without starting it. */
    public static void verifyGraph(JobSettings settings, Job.Wiring wiring) {
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(Job.configuration(settings));
        wiring.wire(environment, settings);
        var graph = environment.getStreamGraph();
        assertThat(graph.getStreamNodes()).isNotEmpty().allSatisfy(node -> {
            assertThat(node.getTransformationUID()).as(node.getOperatorName()).isNotBlank();
            assertThat(node.getOperatorName()).isNotBlank();
        });
        // Serializers are made here, and a type that falls to Kryo is refused.
        assertThat(graph.getJobGraph().getVertices()).isNotEmpty();
    }

    /** How often the job under test failed. */
    public static int failures() {
        return FAILURES.get();
    }

    private static KafkaRecord input(long index) {
        return input.get((int) index);
    }

    private static String text(KafkaRecord record) {
        return record.partition + " " + Arrays.toString(record.value) + " " + Arrays.toString(record.headerNames) + " "
                + Arrays.deepToString(record.headerValues);
    }

    /** Breaks the job once, behind some records. */
    private static final class FailOnce extends RichMapFunction<KafkaRecord, KafkaRecord> {
        private static final long serialVersionUID = 1;

        private final int after;
        private int seen;

        private FailOnce(int after) {
            this.after = after;
        }

        @Override
        public KafkaRecord map(KafkaRecord record) {
            seen++;
            if (after > 0 && seen > after && FAILURES.compareAndSet(0, 1)) {
                throw new IllegalStateException("broken by the test");
            }
            return record;
        }
    }
}
