package io.millrace.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import io.millrace.schemas.process.Status;
import io.millrace.schemas.process.StatusServer;
import io.millrace.streams.runtime.ControlHealth;
import io.millrace.streams.runtime.PartitionCounts;
import io.millrace.streams.runtime.StreamsApp;
import io.millrace.streams.runtime.StreamsSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The apps of one process, with their health and metrics. */
final class StreamsProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsProcess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private interface Start {
        StreamsApp start(
                String name, Topology topology, StreamsSettings settings, MeterRegistry meters, Runnable onFailure);
    }

    private record Running(StreamsApp app, ControlHealth control) {}

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Running> apps = new CopyOnWriteArrayList<>();
    private final CountDownLatch failed = new CountDownLatch(1);
    private final StreamsSettings settings;
    private final StatusServer status;

    private StreamsProcess(StreamsSettings settings) {
        this.settings = settings;
        new JvmMemoryMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        status = new StatusServer(settings.status(), this::status, meters::scrape);
    }

    /** Runs until the process is told to end, or returns once an app has given up. */
    static void runToTheEnd(Set<Stage> stages, StreamsSettings settings, SchemaRegistry registry)
            throws InterruptedException {
        try (var process = start(stages, settings, registry)) {
            Runtime.getRuntime().addShutdownHook(new Thread(process::close, "shutdown"));
            process.failed.await();
        }
    }

    static StreamsProcess start(Set<Stage> stages, StreamsSettings settings, SchemaRegistry registry)
            throws InterruptedException {
        var process = new StreamsProcess(settings);
        LOG.info("status on port {}", process.status.port());
        KnownSchemas.load(registry, PATIENCE);
        var partitions = PartitionCounts.of(settings.kafka(), Topics.all(), PATIENCE);
        int byAccount = partitions.ofAll(Topics.INTENTS, Topics.EXECUTION_REPORTS, Topics.DECISIONS, Topics.EQUITY);
        if (settings.paper().sources().hasQuotes()) {
            partitions.ofAll(Topics.TRADES, Topics.VENUE_COMMANDS, Topics.QUOTES);
        } else {
            partitions.ofAll(Topics.TRADES, Topics.VENUE_COMMANDS);
        }
        if (stages.contains(Stage.RISK)) {
            process.run(
                    "millrace-risk",
                    StreamsApp::start,
                    control -> StageTopologies.riskAndRouting(
                            registry, settings.clockWaitBound(), process.meters, control));
        }
        if (stages.contains(Stage.PAPERVENUE)) {
            process.run(
                    "millrace-papervenue",
                    StreamsApp::start,
                    control ->
                            StageTopologies.paperVenue(registry, byAccount, settings.paper(), process.meters, control));
        }
        if (stages.contains(Stage.PORTFOLIO)) {
            process.run(
                    "millrace-portfolio",
                    StreamsApp::startFollower,
                    control -> StageTopologies.portfolio(registry, process.meters, control));
        }
        return process;
    }

    /** Where health and metrics are served. */
    int statusPort() {
        return status.port();
    }

    @Override
    public void close() {
        try {
            CompletableFuture.allOf(apps.stream()
                            .map(running -> CompletableFuture.runAsync(running.app()::close, StreamsProcess::inThread))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            status.close();
            failed.countDown();
        }
    }

    /** One for each: an app that takes its time delays no other. */
    private static void inThread(Runnable closing) {
        new Thread(closing, "drain").start();
    }

    private void run(String name, Start start, Function<ControlHealth, Topology> topology) {
        var control = new ControlHealth(name, meters);
        var app = start.start(name, topology.apply(control), settings, meters, failed::countDown);
        apps.add(new Running(app, control));
    }

    /** Healthy while all apps run; tells the state of each and the versions of control data that all of them hold. */
    private Status status() {
        Map<String, String> details = new TreeMap<>();
        Map<String, Integer> control = new TreeMap<>();
        boolean healthy = !apps.isEmpty();
        for (var running : List.copyOf(apps)) {
            var state = running.app().state();
            details.put(running.app().name(), state.name());
            healthy &= state == KafkaStreams.State.RUNNING;
            running.control().counts().forEach((entities, count) -> control.merge(entities, count, Math::min));
        }
        control.forEach((entities, count) -> details.put("control." + entities, count.toString()));
        return healthy ? Status.healthy(details) : Status.unhealthy(details);
    }
}
