/**
 * Orders at their venue, and the venue that fills on paper.
 *
 * <pre>
 * trades, quotes, bars, their clocks ─► MarketEvent (waits) ─┐
 *                                                            ├─ up to V, by time ─► Tick ─► ExecutionReport, Clock
 * VenueCommand ─► QueuedCommand (latency) ───────────────────┘           │
 *                                           PaperBook: orders by the price that moves them
 *
 * PaperTicks      what a market event does: takes, triggers, fills what rests; BarPath the way within a bar
 * PaperCommands   submit, replace, cancel;  PaperGroups: children, one cancels other, brackets
 * PaperModels     latency, slippage, participation, queue, sources;  FeeModel: the instrument's fees
 *
 * ExecutionReport ─► OpenOrder ─► OrderStatus          how an account follows its orders
 * </pre>
 *
 * State is explicit: {@link io.millrace.core.execution.PaperStore} holds all of it, and a restart continues from there.
 */
package io.millrace.core.execution;
