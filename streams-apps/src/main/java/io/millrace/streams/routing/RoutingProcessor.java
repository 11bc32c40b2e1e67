package io.millrace.streams.routing;

import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.routing.Router;
import io.millrace.streams.wire.Outbound;
import io.millrace.streams.wire.Outlet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Tells the venues of each order, and passes risk's clocks on to the instrument they speak of. */
final class RoutingProcessor implements Processor<String, Outbound<ApprovedOrder>, Object, Object> {
    private final Router router;
    private final Outlet<VenueCommand> commands;
    private ProcessorContext<Object, Object> context;

    RoutingProcessor(Router router, Outlet<VenueCommand> commands) {
        this.router = router;
        this.commands = commands;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, Outbound<ApprovedOrder>> received) {
        if (received.value() instanceof Outbound.Data<ApprovedOrder> data) {
            var command = router.route(data.value());
            commands.send(context, command, command.intentId());
        } else if (received.value() instanceof Outbound.Tick<ApprovedOrder> tick) {
            commands.tick(context, tick.clock().instrument().toString(), tick.clock());
        }
    }
}
