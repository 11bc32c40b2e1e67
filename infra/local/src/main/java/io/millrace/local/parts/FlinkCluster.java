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
    // As in infra/flink/config.yaml.
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
                .command(Map.of(), directory())
                .yielding();
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

    /** What is the same everywhere, and what is so on this machine. */
    private String yaml() throws IOException {
        return Files.readString(installation.root().resolve("infra/flink/config.yaml"))
                + """
                taskmanager.host: 127.0.0.1
                taskmanager.bind-host: 127.0.0.1
                taskmanager.resource-id: local
                jobmanager.rpc.address: 127.0.0.1
                jobmanager.bind-host: 127.0.0.1
                jobmanager.rpc.port: %1$d
                rest.address: 127.0.0.1
                rest.bind-address: 127.0.0.1
                rest.port: %2$d
                web.upload.dir: %3$s/upload
                web.tmpdir: %3$s/tmp
                io.tmp.dirs: %3$s/tmp
                blob.storage.directory: %3$s/tmp
                process.working-dir: %3$s/tmp
                execution.checkpointing.dir: file://%3$s/checkpoints
                execution.checkpointing.savepoint-dir: file://%3$s/savepoints
                """
                        .formatted(ports.number(LocalPort.FLINK_RPC), ports.number(LocalPort.FLINK), directory());
    }
}
