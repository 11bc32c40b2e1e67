package io.millrace.streams;

import io.millrace.schemas.Provisioning;
import io.millrace.schemas.Sizing;
import io.millrace.schemas.Topics;
import io.millrace.streams.BrokerProcess.Jvm;
import io.millrace.streams.OrderTraffic.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * {@code bench execution}: from an intent to the committed command that a venue reads, on a real broker with the platform's
 * settings, app and broker in processes of their own; beside an app on the same hop that decides nothing and promises at
 * least once. Every stretch also checks that each order came exactly once, and so does what was sent while the app was
 * killed or replaced. {@code ExecutionBench [--json] [--seconds N]}, N for each stretch
 */
public final class ExecutionBench implements AutoCloseable {
    private static final int CALM = 500;
    private static final int FULL = 5_000;
    private static final int WARM_UP_RATE = 1_500;
    private static final int SECONDS = 15;
    private static final int KILLS = 3;

    private record Floor(OrderPath.Latency calm, OrderPath.Latency full) {}

    private final Path directory;
    private final int seconds;
    private final BrokerProcess broker;

    private ExecutionBench(Path directory, int seconds) throws IOException, InterruptedException {
        this.directory = directory;
        this.seconds = seconds;
        broker = BrokerProcess.start(Files.createDirectories(directory.resolve("kafka")), Jvm.LASTING);
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws Exception {
        var options = List.of(arguments);
        boolean json = options.contains("--json");
        int given = options.indexOf("--seconds");
        int seconds = given < 0 ? SECONDS : Integer.parseInt(options.get(given + 1));
        var directory = Files.createTempDirectory("millrace-bench");
        try (var bench = new ExecutionBench(directory, seconds)) {
            var report = bench.run();
            System.out.println(json ? report.json() : report.text());
        } finally {
            delete(directory);
        }
        System.exit(0);
    }

    @Override
    public void close() {
        broker.close();
    }

    private BenchReport run() throws Exception {
        var bootstrap = broker.bootstrap();
        Map<String, Object> admin = Map.of("bootstrap.servers", bootstrap);
        Provisioning.provision(admin, Wire.registry(), Sizing.SMALLEST, made -> {});
        broker.create(PassThrough.INTENTS, PassThrough.COMMANDS, PassThrough.REPORTS);
        var report = new BenchReport("execution");
        Floor floor;
        try (var path = new OrderPath(bootstrap, PassThrough.INTENTS, PassThrough.COMMANDS, PassThrough.REPORTS)) {
            floor = floor(path);
        }
        try (var path = new OrderPath(
                        bootstrap,
                        Topics.INTENTS.name(),
                        Topics.VENUE_COMMANDS.name(),
                        Topics.EXECUTION_REPORTS.name());
                var app = new StreamsChild(directory.resolve("app"), bootstrap, "risk,routing", "0", Jvm.LASTING)) {
            path.traffic().control();
            app.start();
            exactlyOnce(path, app, floor, report);
            afterAKill(path, app, report);
            path.checkAllCameOnce();
        }
        return report;
    }

    private Floor floor(OrderPath path) throws Exception {
        var app = BrokerProcess.java(
                directory.resolve("floor.log"),
                Jvm.LASTING,
                Map.of(),
                PassThrough.class.getName(),
                List.of(broker.bootstrap(), directory.resolve("floor").toString()));
        try {
            path.measure(Shape.ARRIVAL, WARM_UP_RATE, seconds);
            return new Floor(path.measure(Shape.ARRIVAL, CALM, seconds), path.measure(Shape.ARRIVAL, FULL, seconds));
        } finally {
            app.destroyForcibly().onExit().join();
        }
    }

    private void exactlyOnce(OrderPath path, StreamsChild app, Floor floor, BenchReport report)
            throws InterruptedException {
        // So many that everything is compiled: a process that has just started is measured after the kills.
        path.measure(Shape.ARRIVAL, WARM_UP_RATE, seconds);
        path.measure(Shape.ARRIVAL, FULL, 2 * seconds);
        var calm = path.measure(Shape.ARRIVAL, CALM, seconds);
        var before = app.busy();
        var full = path.measure(Shape.ARRIVAL, FULL, seconds);
        double micros = app.busy().minus(before).toNanos() / 1e3 / (FULL * seconds);
        path.measure(Shape.EVENT_TIME, WARM_UP_RATE, Math.max(1, seconds / 3));
        var timed = path.measure(Shape.EVENT_TIME, CALM, seconds);
        path.rest();
        path.measure(Shape.EVENT_TIME, CALM, Math.max(1, seconds / 3));
        var waiting = path.measure(Shape.EVENT_TIME, CALM, seconds);
        add(report, "exactly once, 500/s, p50", calm.p50(), floor.calm().p50(), 5);
        add(report, "exactly once, 500/s, p99", calm.p99(), floor.calm().p99(), 20);
        add(report, "exactly once, 5,000/s, p50", full.p50(), floor.full().p50(), Double.NaN);
        add(report, "exactly once, 5,000/s, p99", full.p99(), floor.full().p99(), 70);
        report.add(
                "exactly once, 5,000/s, committed",
                full.perSecond(),
                "commands/s",
                floor.full().perSecond(),
                ">= 4,900",
                full.perSecond() >= 0.98 * FULL);
        report.add("exactly once, 5,000/s, processor time of the app for an intent", micros, "us");
        add(report, "clocks awaited, nothing open, 500/s, p50", timed.p50(), calm.p50(), Double.NaN);
        add(report, "clocks awaited, nothing open, 500/s, p99", timed.p99(), calm.p99(), Double.NaN);
        add(report, "clocks awaited, an order open, 500/s, p50", waiting.p50(), calm.p50(), Double.NaN);
        add(report, "clocks awaited, an order open, 500/s, p99", waiting.p99(), calm.p99(), Double.NaN);
    }

    private static void afterAKill(OrderPath path, StreamsChild app, BenchReport report) throws Exception {
        double longest = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            longest = Math.max(longest, path.recovery(app::kill, app::start).decided());
        }
        report.add("app killed, next decision, the longest of " + KILLS, longest, "s", "<= 5 s", longest <= 5);
        var replaced = path.recovery(app::drain, app::start);
        report.add("app told to end, until it has", replaced.ended(), "s");
        report.add("app told to end, next decision by its successor", replaced.decided(), "s");
    }

    /** @param target in ms, NaN if nothing is asked */
    private static void add(BenchReport report, String metric, double value, double floor, double target) {
        boolean asked = !Double.isNaN(target);
        report.add(
                metric,
                value,
                "ms",
                floor,
                asked ? "<= %.0f ms".formatted(target) : "reported",
                !asked || value <= target);
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
