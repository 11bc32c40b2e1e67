package io.millrace.streams.risk;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import io.millrace.streams.control.ControlTopic;
import io.millrace.streams.control.ControlWatch;
import io.millrace.streams.wire.DeadLetterSink;
import io.millrace.streams.wire.Inlet;
import io.millrace.streams.wire.Outlet;
import java.time.Duration;
import org.apache.kafka.streams.Topology;

/** trading.intents and execution.reports → trading.decisions, orders.approved, and on to the stage that routes. */
public final class RiskTopology {
    /** The processor's name; approved orders and clocks for the venues go from it to {@code next}. */
    public static final String PROCESSOR = "risk";

    private RiskTopology() {}

    /**
     * Adds the stage.
     *
     * @param clockWaitBound wall time after which an intent is decided without a clock that stays away
     * @param next name of the processor that approved orders and clocks for the venues are forwarded to
     */
    public static void addTo(
            Topology topology,
            SchemaRegistry registry,
            Duration clockWaitBound,
            MeterRegistry meters,
            ControlWatch watch,
            String next) {
        ControlTopic.ACCOUNTS.addTo(topology, registry, watch);
        ControlTopic.POLICIES.addTo(topology, registry, watch);
        ControlTopic.STRATEGIES.addTo(topology, registry, watch);
        ControlTopic.INSTRUMENTS.addTo(topology, registry, watch);
        var metrics = new RiskMeters(meters);
        var deadLetters = new DeadLetterSink(PROCESSOR, meters);
        var decisions = new Outlet<>(Topics.DECISIONS, registry);
        var approved = new Outlet<>(Topics.APPROVED_ORDERS, registry);
        Inlet.addSource(topology, Topics.INTENTS);
        Inlet.addUrgentSource(topology, Topics.EXECUTION_REPORTS);
        topology.addProcessor(
                PROCESSOR,
                () -> new RiskProcessor(
                        registry, deadLetters, new RiskSender(decisions, approved, next, metrics), clockWaitBound),
                Topics.INTENTS.name(),
                Topics.EXECUTION_REPORTS.name());
        RiskStores.addTo(topology, PROCESSOR);
        decisions.addTo(topology, PROCESSOR);
        approved.addTo(topology, PROCESSOR);
        deadLetters.addTo(topology, PROCESSOR);
    }
}
