package io.millrace.streams.routing;

import io.millrace.core.routing.Router;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import io.millrace.streams.wire.Outlet;
import org.apache.kafka.streams.Topology;

/** Approved orders and risk's clocks → venue.commands, in their order. */
public final class RoutingTopology {
    /** The processor's name; the stage before forwards to it. */
    public static final String PROCESSOR = "routing";

    private RoutingTopology() {}

    /** Adds the stage behind the processor that forwards approved orders and clocks to it. */
    public static void addTo(Topology topology, SchemaRegistry registry, Router router, String before) {
        var commands = new Outlet<>(Topics.VENUE_COMMANDS, registry);
        topology.addProcessor(PROCESSOR, () -> new RoutingProcessor(router, commands), before);
        commands.addTo(topology, PROCESSOR);
    }
}
