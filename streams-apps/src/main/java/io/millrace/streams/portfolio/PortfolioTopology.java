package io.millrace.streams.portfolio;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import io.millrace.streams.control.ControlTopic;
import io.millrace.streams.control.ControlWatch;
import io.millrace.streams.wire.DeadLetterSink;
import io.millrace.streams.wire.Inlet;
import io.millrace.streams.wire.Outlet;
import org.apache.kafka.streams.Topology;

/** trading.decisions and execution.reports → portfolio.positions, portfolio.equity. */
public final class PortfolioTopology {
    private static final String PROCESSOR = "portfolio";

    private PortfolioTopology() {}

    /** Adds the stage. */
    public static void addTo(Topology topology, SchemaRegistry registry, MeterRegistry meters, ControlWatch watch) {
        ControlTopic.ACCOUNTS.addTo(topology, registry, watch);
        ControlTopic.STRATEGIES.addTo(topology, registry, watch);
        ControlTopic.INSTRUMENTS.addTo(topology, registry, watch);
        var metrics = new PortfolioMeters(meters);
        var deadLetters = new DeadLetterSink(PROCESSOR, meters);
        var positions = new Outlet<>(Topics.POSITIONS, registry);
        var equity = new Outlet<>(Topics.EQUITY, registry);
        Inlet.addSource(topology, Topics.DECISIONS);
        Inlet.addSource(topology, Topics.EXECUTION_REPORTS);
        topology.addProcessor(
                PROCESSOR,
                () -> new PortfolioProcessor(registry, deadLetters, positions, equity, metrics),
                Topics.DECISIONS.name(),
                Topics.EXECUTION_REPORTS.name());
        PortfolioStores.addTo(topology, PROCESSOR);
        positions.addTo(topology, PROCESSOR);
        equity.addTo(topology, PROCESSOR);
        deadLetters.addTo(topology, PROCESSOR);
    }
}
