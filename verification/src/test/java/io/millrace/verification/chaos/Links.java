package io.millrace.verification.chaos;

import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import java.io.IOException;
import java.util.Map;

/**
 * The proxies: one between the broker and everybody, one between Postgres and everybody.
 *
 * @param ports where clients go to the proxies, and broker and Postgres listen behind them
 */
record Links(PortPlan ports, Map<String, TcpProxy> proxies) implements AutoCloseable {
    static Links open() throws IOException {
        var front = PortPlan.free();
        var spare = spare(front);
        var ports = front.withPartBehind(LocalPort.KAFKA, spare.number(LocalPort.KAFKA))
                .withPartBehind(LocalPort.POSTGRES, spare.number(LocalPort.POSTGRES));
        return new Links(
                ports,
                Map.of(
                        Schedule.BROKER_LINK, proxy(Schedule.BROKER_LINK, ports, LocalPort.KAFKA),
                        Schedule.DATABASE_LINK, proxy(Schedule.DATABASE_LINK, ports, LocalPort.POSTGRES)));
    }

    TcpProxy proxy(String link) {
        return proxies.get(link);
    }

    @Override
    public void close() throws IOException {
        for (var proxy : proxies.values()) {
            proxy.close();
        }
    }

    private static TcpProxy proxy(String name, PortPlan ports, LocalPort port) throws IOException {
        return new TcpProxy(name, ports.number(port), ports.listening(port));
    }

    /** Free ports that the plan does not have. */
    private static PortPlan spare(PortPlan taken) {
        PortPlan spare;
        do {
            spare = PortPlan.free();
        } while (spare.variables().values().stream().anyMatch(taken.variables().values()::contains));
        return spare;
    }
}
