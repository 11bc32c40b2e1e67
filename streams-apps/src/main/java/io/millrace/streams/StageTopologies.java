package io.millrace.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.routing.Router;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.streams.control.ControlWatch;
import io.millrace.streams.papervenue.PaperVenueTopology;
import io.millrace.streams.portfolio.PortfolioTopology;
import io.millrace.streams.risk.RiskTopology;
import io.millrace.streams.routing.RoutingTopology;
import java.time.Duration;
import org.apache.kafka.streams.Topology;

/** The topologies of the apps. Pure: the same arguments give the same topology. */
final class StageTopologies {
    private StageTopologies() {}

    /** Risk and routing in one: an order is decided and its venue told in one transaction. */
    static Topology riskAndRouting(
            SchemaRegistry registry, Duration clockWaitBound, MeterRegistry meters, ControlWatch watch) {
        var topology = new Topology();
        RiskTopology.addTo(topology, registry, clockWaitBound, meters, watch, RoutingTopology.PROCESSOR);
        RoutingTopology.addTo(topology, registry, Router.paper(), RiskTopology.PROCESSOR);
        return topology;
    }

    /** @param riskPartitions tasks of risk, each of which the venue waits for */
    static Topology paperVenue(
            SchemaRegistry registry, int riskPartitions, PaperModels models, MeterRegistry meters, ControlWatch watch) {
        var topology = new Topology();
        PaperVenueTopology.addTo(topology, registry, riskPartitions, models, meters, watch);
        return topology;
    }

    static Topology portfolio(SchemaRegistry registry, MeterRegistry meters, ControlWatch watch) {
        var topology = new Topology();
        PortfolioTopology.addTo(topology, registry, meters, watch);
        return topology;
    }
}
