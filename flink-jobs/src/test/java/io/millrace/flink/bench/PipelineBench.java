package io.millrace.flink.bench;

import io.millrace.flink.bench.Run.Backend;
import io.millrace.flink.bench.Run.Trades;
import io.millrace.flink.bench.Window.Speed;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * {@code bench pipeline}: trades per second through the jobs, exactly once with a checkpoint every second, held against
 * a job that copies the same trades from the same source to the same sink; and the same for many more instruments. All
 * runs in turn, several times over; the medians count.
 */
public final class PipelineBench {
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int DENSE_TRADES = 2_000_000;
    private static final int ROUNDS = 3;
    private static final double MIN_RATIO = 0.75;
    private static final double MAX_GROWTH = 1.3;

    private static final List<Subject> JOBS = List.of(Subject.BARS_INDICATORS, Subject.FEATURES);
    private static final List<Subject> SUBJECTS =
            List.of(Subject.PASS_THROUGH, Subject.BARS_INDICATORS, Subject.FEATURES);

    private final String bootstrap;
    private final Path directory;
    private final Map<Run, List<Speed>> measured = new LinkedHashMap<>();

    private PipelineBench(String bootstrap, Path directory) {
        this.bootstrap = bootstrap;
        this.directory = directory;
    }

    /**
     * Runs the benchmark.
     *
     * @param args a file with a broker's class path, a file with a broker's settings, and {@code --json} or nothing
     */
    public static void main(String[] args) throws Exception {
        var json = Arrays.asList(args).contains("--json");
        var directory = Files.createTempDirectory("millrace-bench");
        try (var broker = BrokerProcess.start(Files.readString(Path.of(args[0])).trim(), Path.of(args[1]), directory)) {
            var report = new PipelineBench(broker.bootstrap(), directory).run(broker);
            System.out.println(json ? report.json() : report.text());
        } finally {
            delete(directory);
        }
        System.exit(0);
    }

    private Report run(BrokerProcess broker) throws Exception {
        broker.create(Subject.COPIES, Market.PARTITIONS);
        for (var topic : Topics.all()) {
            broker.create(topic.name(), topic.partitions());
            broker.create(topic.deadLetters(), topic.partitions());
        }
        var few = write(broker, FEW);
        var many = write(broker, MANY);
        // Nobody counts these: the compiler is at work.
        for (var subject : SUBJECTS) {
            new Run(subject, Backend.HEAP, few).measure(bootstrap, directory);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var trades : List.of(few, many)) {
                for (var subject : SUBJECTS) {
                    measure(new Run(subject, Backend.HEAP, trades));
                }
            }
        }
        measure(new Run(Subject.BARS_INDICATORS, Backend.ROCKSDB, few));
        measure(new Run(Subject.FEATURES, Backend.ROCKSDB, few));
        return report(few, many);
    }

    private Trades write(BrokerProcess broker, int instruments) throws Exception {
        var topic = "bench.trades." + instruments;
        broker.create(topic, Market.PARTITIONS);
        var market = new Market(instruments, Run.PARALLELISM);
        market.write(bootstrap, topic, DENSE_TRADES);
        return new Trades(topic, instruments, market.warmUp(), DENSE_TRADES);
    }

    private void measure(Run run) throws Exception {
        var speed = run.measure(bootstrap, directory);
        measured.computeIfAbsent(run, key -> new ArrayList<>()).add(speed);
        System.err.printf(
                "%s, %s, %d instruments: %,.0f trades/s, %.2f us of processor time each%n",
                run.subject().job(),
                run.backend(),
                run.trades().instruments(),
                speed.tradesPerSecond(),
                speed.cpuMicros());
    }

    private Report report(Trades few, Trades many) {
        var report = new Report("pipeline");
        for (var trades : List.of(few, many)) {
            double floor = tradesPerSecond(Subject.PASS_THROUGH, Backend.HEAP, trades);
            for (var job : JOBS) {
                double value = tradesPerSecond(job, Backend.HEAP, trades);
                report.add(
                        job.job() + ", " + trades.instruments() + " instruments",
                        value,
                        "trades/s",
                        floor,
                        ">= 0.75 of the pass-through job",
                        value / floor >= MIN_RATIO);
            }
        }
        for (var job : JOBS) {
            double ofFew = 1e6 / tradesPerSecond(job, Backend.HEAP, few);
            double ofMany = 1e6 / tradesPerSecond(job, Backend.HEAP, many);
            report.add(
                    job.job() + ", time per trade with 10,000 instruments, with 10",
                    ofMany,
                    "us",
                    ofFew,
                    "<= 1.3 x",
                    ofMany / ofFew <= MAX_GROWTH);
            report.add(
                    job.job() + ", processor time per trade with 10,000 instruments, with 10",
                    cpuMicros(job, many),
                    "us",
                    cpuMicros(job, few),
                    "reported",
                    true);
        }
        double floor = tradesPerSecond(Subject.PASS_THROUGH, Backend.HEAP, few);
        for (var job : JOBS) {
            double value = tradesPerSecond(job, Backend.ROCKSDB, few);
            report.add(job.job() + ", RocksDB, " + FEW + " instruments", value, "trades/s", floor, "reported", true);
        }
        return report;
    }

    private double tradesPerSecond(Subject subject, Backend backend, Trades trades) {
        return median(new Run(subject, backend, trades), Speed::tradesPerSecond);
    }

    private double cpuMicros(Subject subject, Trades trades) {
        return median(new Run(subject, Backend.HEAP, trades), Speed::cpuMicros);
    }

    private double median(Run run, ToDoubleFunction<Speed> figure) {
        var values = measured.get(run).stream().mapToDouble(figure).sorted().toArray();
        return values[values.length / 2];
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
