package io.millrace.local.platform;

import io.millrace.local.parts.Parts;
import io.millrace.local.process.PartFailedException;
import io.millrace.local.process.Port;
import io.millrace.local.process.Progress;
import io.millrace.local.process.ResidentMemory;
import io.millrace.local.process.Supervisor;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The running platform. */
public final class LocalPlatform implements AutoCloseable {
    /** In the run directory: the ports in use. */
    static final String PORTS = "ports";

    private final Supervisor supervisor;
    private final Parts parts;
    private final StateLock lock;

    private LocalPlatform(Supervisor supervisor, Parts parts, StateLock lock) {
        this.supervisor = supervisor;
        this.parts = parts;
        this.lock = lock;
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @throws PartFailedException a part could not be started; whatever ran is stopped again
     * @throws IOException another platform uses the same state, or ports are taken
     */
    public static LocalPlatform start(Installation installation, State state, PortPlan ports, Progress progress)
            throws PartFailedException, IOException, InterruptedException {
        return start(installation, state, ports, new TreeMap<>(), progress);
    }

    /**
     * Starts everything with settings of its own.
     *
     * @param settings variables that the parts get on top of the launcher's own
     * @throws PartFailedException a part could not be started; whatever ran is stopped again
     * @throws IOException another platform uses the same state, or ports are taken
     */
    public static LocalPlatform start(
            Installation installation,
            State state,
            PortPlan ports,
            SortedMap<String, String> settings,
            Progress progress)
            throws PartFailedException, IOException, InterruptedException {
        var lock = StateLock.take(state);
        LocalPlatform platform = null;
        try {
            for (var orphan : Supervisor.endOrphans(state.run())) {
                progress.notice(orphan, "was left running by a launcher that was killed: ended");
            }
            var parts = new Parts(installation, state, ports, settings);
            refuseTakenPorts(ports);
            Logs.rotate(state.logs());
            ports.write(state.run().resolve(PORTS));
            platform = new LocalPlatform(new Supervisor(state.run(), state.logs(), progress), parts, lock);
            platform.supervisor.start(parts.standing());
            return platform;
        } catch (Exception e) {
            if (platform == null) {
                lock.close();
            } else {
                platform.close();
            }
            throw e;
        }
    }

    /** Removes a state, and ends whatever a killed launcher left running on it. */
    public static void wipe(State state) throws IOException, InterruptedException {
        if (!Files.exists(state.directory())) {
            return;
        }
        var lock = StateLock.take(state);
        try {
            Supervisor.endOrphans(state.run());
            try (var files = Files.walk(state.directory())) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } finally {
            lock.close();
        }
    }

    /** The parts, for those who use one directly. */
    public Parts parts() {
        return parts;
    }

    /** Submits the job that trades and keeps it there. */
    public void startSignals() throws PartFailedException, InterruptedException {
        supervisor.start(List.of(parts.signals()));
    }

    /** Starts the marketdata connector; it ends when it is through. */
    public void startMarketData(List<String> arguments) throws PartFailedException, IOException, InterruptedException {
        supervisor.start(List.of(parts.marketData(arguments)));
    }

    /** Starts a second instance of the streams apps beside the first and returns when it takes part. */
    public void startSecondStreams() throws PartFailedException, InterruptedException {
        supervisor.start(List.of(parts.secondStreams()));
    }

    /** Stops one part for good, politely; no other may need it. */
    public void stop(String part) {
        supervisor.stop(part);
    }

    /** Whether a part that ends by itself is through. */
    public boolean isFinished(String part) {
        return supervisor.finished(part).isDone();
    }

    /** Living child processes by part. */
    public SortedMap<String, ProcessHandle> processes() {
        return supervisor.processes();
    }

    /** Bytes that each part holds, the launcher included. */
    public SortedMap<String, Long> residentBytes() {
        var bytes = new TreeMap<String, Long>();
        processes().forEach((part, process) -> bytes.put(part, ResidentMemory.ofTree(process)));
        bytes.put("launcher", ResidentMemory.of(ProcessHandle.current()));
        return bytes;
    }

    /** Stops everything, each part after those that need it. */
    @Override
    public void close() throws IOException {
        supervisor.close();
        lock.close();
    }

    private static void refuseTakenPorts(PortPlan ports) throws IOException {
        var taken = Port.taken(ports.all());
        if (!taken.isEmpty()) {
            throw new IOException("ports are taken: "
                    + taken.stream().map(Port::toString).collect(Collectors.joining(", "))
                    + "; end what listens there or set the variables to other ports");
        }
    }
}
