package io.millrace.local.platform;

import io.millrace.local.parts.Parts;
import io.millrace.local.process.Supervisor;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A platform that another process of this machine launched, seen from outside. */
public final class RunningPlatform {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

    private final State state;
    private final ProcessHandle launcher;
    private final Parts parts;
    private final PortPlan ports;

    private RunningPlatform(State state, ProcessHandle launcher, Parts parts, PortPlan ports) {
        this.state = state;
        this.launcher = launcher;
        this.parts = parts;
        this.ports = ports;
    }

    /** The state directories that a platform may run on: the usual one, and the demo's. */
    public static List<State> states(Installation installation, Map<String, String> environment) {
        var usual = State.of(installation, environment);
        return List.of(usual, new State(usual.of("demo")));
    }

    /** The state of the platform that runs, else of the one that ran last. */
    public static State latestState(Installation installation, Map<String, String> environment) throws IOException {
        var running = find(installation, environment);
        if (running.isPresent()) {
            return running.get().state();
        }
        var states = states(installation, environment);
        var latest = states.get(0);
        for (var state : states) {
            latest = startedAt(state).compareTo(startedAt(latest)) > 0 ? state : latest;
        }
        return latest;
    }

    private static FileTime startedAt(State state) throws IOException {
        var ports = state.run().resolve(LocalPlatform.PORTS);
        return Files.exists(ports) ? Files.getLastModifiedTime(ports) : FileTime.fromMillis(0);
    }

    /** The platform that runs, if one does. */
    public static Optional<RunningPlatform> find(Installation installation, Map<String, String> environment)
            throws IOException {
        for (var state : states(installation, environment)) {
            var launcher = StateLock.owner(state);
            if (launcher.isPresent()) {
                var ports = PortPlan.read(state.run().resolve(LocalPlatform.PORTS));
                return Optional.of(
                        new RunningPlatform(state, launcher.get(), new Parts(installation, state, ports), ports));
            }
        }
        return Optional.empty();
    }

    public State state() {
        return state;
    }

    public Parts parts() {
        return parts;
    }

    public String url(LocalPort port) {
        return ports.url(port);
    }

    public ProcessHandle launcher() {
        return launcher;
    }

    /** Living processes by part. */
    public SortedMap<String, ProcessHandle> processes() throws IOException {
        return Supervisor.processes(state.run());
    }

    /** Asks the launcher to stop everything, and waits until it has. Returns whether it did. */
    public boolean stop() throws InterruptedException {
        launcher.destroy();
        try {
            launcher.onExit().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        }
    }
}
