package io.millrace.local.demo;

import io.millrace.local.gateway.GatewayClient;
import io.millrace.local.platform.LocalPlatform;
import io.millrace.local.process.Progress;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import io.millrace.schemas.ConfluentRegistry;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The demo from an empty machine to its summary. */
public final class DemoRun {
    private final DemoOptions options;
    private final PrintStream progressOut;
    private final Progress progress;
    private final boolean terminal;

    /**
     * Runs nothing yet.
     *
     * @param progressOut where people read what goes on
     * @param terminal whether lines there can be overwritten
     */
    public DemoRun(DemoOptions options, PrintStream progressOut, Progress progress, boolean terminal) {
        this.options = options;
        this.progressOut = progressOut;
        this.progress = progress;
        this.terminal = terminal;
    }

    /**
     * Runs it; unless once only, the platform stays up afterwards until the thread is interrupted.
     *
     * @return whether every check of the summary holds
     */
    public boolean run(Map<String, String> environment, PrintStream out) throws Exception {
        var installation = Installation.find();
        var state = new State(State.of(installation, environment).of("demo"));
        var ports = PortPlan.of(environment);
        long start = System.nanoTime();
        if (options.once() || options.fresh()) {
            LocalPlatform.wipe(state);
        }
        try (var transcript = Transcript.in(options.records());
                var platform = LocalPlatform.start(installation, state, ports, progress)) {
            var registry = ConfluentRegistry.at(platform.parts().registry());
            var harvest = Harvest.with(registry);
            transcript.schemas(registry);
            var demo = new Demo(platform, harvest, transcript, new Screen(progressOut, terminal, dashboards(ports)));
            var gateway = new GatewayClient(
                    ports.url(LocalPort.GATEWAY), platform.parts().gatewayToken());
            demo.control(gateway);
            platform.startSignals();
            double startSeconds = (System.nanoTime() - start) / 1e9;
            progressOut.printf("everything is up after %.1f s%n", startSeconds);
            dashboards(ports).forEach(progressOut::println);
            var summary = demo.replay(options.speed(), startSeconds);
            if (options.records() != null) {
                demo.record(gateway);
            }
            print(summary, out);
            if (!options.once()) {
                progressOut.println("Ctrl-C stops the platform");
                new CountDownLatch(1).await();
            }
            return summary.ok();
        }
    }

    private void print(Summary summary, PrintStream out) {
        if (options.json()) {
            SummaryText.objections(summary.checks()).forEach(progressOut::println);
            out.println(summary.json());
        } else {
            SummaryText.of(summary).forEach(out::println);
        }
        out.flush();
    }

    private static List<String> dashboards(PortPlan ports) {
        return List.of(
                "Flink dashboard  " + ports.url(LocalPort.FLINK),
                "gateway          " + ports.url(LocalPort.GATEWAY) + "/health");
    }
}
