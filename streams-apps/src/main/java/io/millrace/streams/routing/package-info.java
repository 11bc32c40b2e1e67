/**
 * Routing: which venue is told of an order.
 *
 * <pre>
 * risk ─ApprovedOrder, Clock─► RoutingProcessor ─► venue.commands (by instrument)
 * </pre>
 *
 * It runs in risk's topology and transaction: one hop less in the loop, and an order's command is out before the clock that
 * speaks of it.
 */
package io.millrace.streams.routing;
