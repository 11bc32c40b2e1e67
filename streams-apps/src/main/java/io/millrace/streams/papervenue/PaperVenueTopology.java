package io.millrace.streams.papervenue;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.core.execution.PaperModels;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import io.millrace.streams.control.ControlTopic;
import io.millrace.streams.control.ControlWatch;
import io.millrace.streams.wire.DeadLetterSink;
import io.millrace.streams.wire.Inlet;
import io.millrace.streams.wire.Outlet;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.Topology;

/** market.trades, market.quotes where something is matched against them, and venue.commands → execution.reports. */
public final class PaperVenueTopology {
    private static final String PROCESSOR = "papervenue";

    private PaperVenueTopology() {}

    /**
     * Adds the stage.
     *
     * @param riskTasks tasks of risk, whose clocks are all waited for
     */
    public static void addTo(
            Topology topology,
            SchemaRegistry registry,
            int riskTasks,
            PaperModels models,
            MeterRegistry meters,
            ControlWatch watch) {
        ControlTopic.INSTRUMENTS.addTo(topology, registry, watch);
        var metrics = new PaperVenueMeters(meters);
        var deadLetters = new DeadLetterSink(PROCESSOR, meters);
        var reports = new Outlet<>(Topics.EXECUTION_REPORTS, registry);
        Inlet.addSource(topology, Topics.TRADES);
        Inlet.addUrgentSource(topology, Topics.VENUE_COMMANDS);
        var inputs = new ArrayList<>(List.of(Topics.TRADES.name(), Topics.VENUE_COMMANDS.name()));
        if (models.sources().hasQuotes()) {
            Inlet.addSource(topology, Topics.QUOTES);
            inputs.add(Topics.QUOTES.name());
        }
        topology.addProcessor(
                PROCESSOR,
                () -> new PaperVenueProcessor(registry, deadLetters, reports, riskTasks, models, metrics),
                inputs.toArray(String[]::new));
        PaperStores.addTo(topology, PROCESSOR);
        reports.addTo(topology, PROCESSOR);
        deadLetters.addTo(topology, PROCESSOR);
    }
}
