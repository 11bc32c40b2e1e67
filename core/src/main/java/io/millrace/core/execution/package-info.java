/**
 * Orders at their venue, and the venue that fills on paper.
 *
 * <pre>
 * trades, market clocks ─► MarketEvent (waits) ──┐
 *                                                ├─ up to V, by time ─► PaperFill ─► ExecutionReport, Clock
 * VenueCommand ─► QueuedCommand (latency) ───────┘                        │
 *                                                    LatencyModel, SlippageModel, FeeModel
 *
 * ExecutionReport ─► OpenOrder ─► OrderStatus          how an account follows its orders
 * </pre>
 *
 * State is explicit: {@link io.millrace.core.execution.PaperStore} holds all of it, and a restart continues from there.
 */
package io.millrace.core.execution;
