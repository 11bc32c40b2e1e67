package io.millrace.core.routing;

import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.VenueCommand;
import java.util.Set;

/**
 * Which venue an order goes to: the instrument's own venue where that is connected, else the paper venue, which answers
 * from the instrument's market data.
 *
 * @param connected names of the venues that take real orders
 */
public record Router(Set<String> connected) {
    /** The name of the venue that fills on paper. */
    public static final String PAPER = "paper";

    public Router {
        connected = Set.copyOf(connected);
    }

    /** Sends everything to the paper venue. */
    public static Router paper() {
        return new Router(Set.of());
    }

    public VenueCommand route(ApprovedOrder order) {
        var venue = order.instrument().venue();
        return new VenueCommand(
                order.orderId(),
                order.intentId(),
                order.action(),
                connected.contains(venue) ? venue : PAPER,
                order.accountId(),
                order.strategyId(),
                order.instrument(),
                order.terms(),
                order.ordering(),
                order.decidedAtNanos(),
                order.link());
    }
}
