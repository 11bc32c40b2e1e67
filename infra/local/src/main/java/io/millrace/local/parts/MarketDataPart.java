package io.millrace.local.parts;

import io.millrace.local.process.Command;
import io.millrace.local.process.ProcessPart;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The connector that replays files: ends by itself when they are through. */
public final class MarketDataPart implements ProcessPart {
    private final Installation installation;
    private final State state;
    private final PortPlan ports;
    private final List<String> arguments;
    private final SortedMap<String, String> variables;

    MarketDataPart(
            Installation installation,
            State state,
            PortPlan ports,
            List<String> arguments,
            SortedMap<String, String> variables) {
        this.installation = installation;
        this.state = state;
        this.ports = ports;
        this.arguments = List.copyOf(arguments);
        this.variables = variables;
    }

    @Override
    public String name() {
        return "marketdata";
    }

    @Override
    public List<String> needs() {
        return List.of("topics");
    }

    /** The shipped trades are on the classpath. */
    @Override
    public Command command() throws IOException {
        var classpath = installation.classpath("connectors") + File.pathSeparator + installation.shippedTrades();
        var words = new ArrayList<>(List.of("io.millrace.connectors.marketdata.MarketDataMain"));
        words.addAll(arguments);
        return new JavaProcess(128, 96, List.of(), classpath, words)
                .command(variables, state.of(name()))
                .yielding();
    }

    @Override
    public boolean isReady() throws Exception {
        Probes.get(ports.url(LocalPort.MARKETDATA) + "/health");
        return true;
    }

    @Override
    public boolean isFinite() {
        return true;
    }
}
