package io.millrace.local.parts;

import io.millrace.local.process.Command;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the processes of the Flink session cluster share: configuration, directories, flags. */
final class FlinkCluster {
    static final int SLOTS = 8;
    static final int TASK_HEAP_MIB = 512;
    static final int FRAMEWORK_HEAP_MIB = 128;
    static final int TASK_OFF_HEAP_MIB = 64;
    static final int FRAMEWORK_OFF_HEAP_MIB = 128;
    static final int NETWORK_MIB = 64;
    static final int METASPACE_MIB = 256;

    private static final String MODULE = "infra/local/flink";

    private final Installation installation;
    private final State state;
    private final PortPlan ports;

    FlinkCluster(Installation installation, State state, PortPlan ports) {
        this.installation = installation;
        this.state = state;
        this.ports = ports;
    }

    PortPlan ports() {
        return ports;
    }

    /** Written anew at every start: it follows the ports. */
    void writeConfiguration() throws IOException {
        Files.createDirectories(configuration());
        Files.createDirectories(checkpoints());
        Files.createDirectories(directory().resolve("tmp"));
        Files.writeString(configuration().resolve("config.yaml"), yaml());
    }

    /** A process of the cluster; Flink's command line and log settings are added. */
    Command java(String part, int heapMiB, List<String> flags, String main, LocalPort metrics) throws IOException {
        var log = state.log(part).toString();
        var allFlags = new ArrayList<>(flags);
        allFlags.add("--add-opens=java.base/java.util=ALL-UNNAMED");
        allFlags.add("-Dlog.file=" + log);
        allFlags.add(installation.logging());
        var words = List.of(
                main,
                "--configDir",
                configuration().toString(),
                "-Dmetrics.reporter.prom.port=" + ports.number(metrics),
                "-Dweb.log.path=" + log,
                "-Dtaskmanager.log.path=" + log);
        return new JavaProcess(heapMiB, METASPACE_MIB, allFlags, installation.dependencies(MODULE), words)
                .command(Map.of(), directory());
    }

    private Path directory() {
        return state.of("flink");
    }

    private Path configuration() {
        return directory().resolve("conf");
    }

    /** Where jobs keep their checkpoints: one directory per job id. */
    Path checkpoints() {
        return directory().resolve("checkpoints");
    }

    private String yaml() {
        var memory =
                """
                taskmanager.cpu.cores: 2.0
                taskmanager.memory.task.heap.size: %dm
                taskmanager.memory.framework.heap.size: %dm
                taskmanager.memory.task.off-heap.size: %dm
                taskmanager.memory.framework.off-heap.size: %dm
                taskmanager.memory.network.min: %5$dm
                taskmanager.memory.network.max: %5$dm
                taskmanager.memory.managed.size: 64m
                taskmanager.memory.jvm-metaspace.size: %6$dm
                taskmanager.memory.jvm-overhead.min: 128m
                taskmanager.memory.jvm-overhead.max: 128m
                """
                        .formatted(
                                TASK_HEAP_MIB,
                                FRAMEWORK_HEAP_MIB,
                                TASK_OFF_HEAP_MIB,
                                FRAMEWORK_OFF_HEAP_MIB,
                                NETWORK_MIB,
                                METASPACE_MIB);
        return memory
                + """
                taskmanager.numberOfTaskSlots: %1$d
                taskmanager.host: 127.0.0.1
                taskmanager.bind-host: 127.0.0.1
                taskmanager.resource-id: local
                jobmanager.rpc.address: 127.0.0.1
                jobmanager.bind-host: 127.0.0.1
                jobmanager.rpc.port: %2$d
                rest.address: 127.0.0.1
                rest.bind-address: 127.0.0.1
                rest.port: %3$d
                web.submit.enable: true
                web.cancel.enable: true
                web.upload.dir: %4$s/upload
                web.tmpdir: %4$s/tmp
                io.tmp.dirs: %4$s/tmp
                blob.storage.directory: %4$s/tmp
                process.working-dir: %4$s/tmp
                execution.checkpointing.storage: filesystem
                execution.checkpointing.dir: file://%4$s/checkpoints
                execution.checkpointing.savepoint-dir: file://%4$s/savepoints
                execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
                state.backend.type: hashmap
                # A lost TaskManager is missed after two failed messages, or when it is silent for 10 s.
                heartbeat.interval: 2000
                heartbeat.timeout: 10000
                restart-strategy.type: fixed-delay
                restart-strategy.fixed-delay.attempts: 2147483647
                restart-strategy.fixed-delay.delay: 1 s
                metrics.reporters: prom
                metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
                """
                        .formatted(
                                SLOTS, ports.number(LocalPort.FLINK_RPC), ports.number(LocalPort.FLINK), directory());
    }
}
