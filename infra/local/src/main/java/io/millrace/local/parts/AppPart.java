package io.millrace.local.parts;

import io.millrace.local.process.Command;
import io.millrace.local.process.ProcessPart;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** One of the platform's own processes: a module's main class, ready when {@code /health} says so. */
final class AppPart implements ProcessPart {
    /**
     * What tells one app from another.
     *
     * @param module directory of the module it is in
     * @param inTheLoop whether an order waits for it
     * @param health the port that serves {@code /health}
     */
    record App(
            String name,
            String module,
            String main,
            boolean inTheLoop,
            LocalPort health,
            int heapMiB,
            int metaspaceMiB,
            List<String> needs,
            List<String> arguments) {}

    private final App app;
    private final Installation installation;
    private final State state;
    private final PortPlan ports;
    private final Environment environment;

    /** Settings of the process; told only when it starts, since secrets are made then. */
    interface Environment {
        SortedMap<String, String> variables() throws IOException;
    }

    AppPart(App app, Installation installation, State state, PortPlan ports, Environment environment) {
        this.app = app;
        this.installation = installation;
        this.state = state;
        this.ports = ports;
        this.environment = environment;
    }

    App app() {
        return app;
    }

    SortedMap<String, String> variables() throws IOException {
        return environment.variables();
    }

    @Override
    public String name() {
        return app.name();
    }

    @Override
    public List<String> needs() {
        return app.needs();
    }

    @Override
    public Command command() throws IOException {
        var words = new ArrayList<>(List.of(app.main()));
        words.addAll(app.arguments());
        var command = new JavaProcess(
                        app.heapMiB(), app.metaspaceMiB(), List.of(), installation.classpath(app.module()), words)
                .command(variables(), state.of(name()));
        return app.inTheLoop() ? command : command.yielding();
    }

    @Override
    public boolean isReady() throws Exception {
        Probes.connect(ports.number(app.health()));
        Probes.get(ports.url(app.health()) + "/health");
        return true;
    }
}
