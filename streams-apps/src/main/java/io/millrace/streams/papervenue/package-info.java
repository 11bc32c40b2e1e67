/**
 * The paper venue: fills orders against the market's own trades, in event time.
 *
 * <pre>
 * market.trades  (trades, market clocks)   ─┐
 * venue.commands (commands, risk's clocks) ─┴─► PaperVenueProcessor ─► execution.reports (reports, venue's clocks)
 * control.instruments (global) ·················▲ ▼
 *                                  papervenue-state: instruments, orders, events
 * </pre>
 *
 * The rules are the core's ({@link io.millrace.core.execution.PaperMarket}).
 */
package io.millrace.streams.papervenue;
