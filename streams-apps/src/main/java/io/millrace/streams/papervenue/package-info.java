/**
 * The paper venue: fills orders against the market's own trades and quotes, in event time.
 *
 * <pre>
 * market.trades  (trades, market clocks)   ─┐
 * market.quotes  (quotes, their clocks)    ─┤ where an instrument is matched against them
 * venue.commands (commands, risk's clocks) ─┴─► PaperVenueProcessor ─► execution.reports (reports, venue's clocks)
 * control.instruments (global) ·················▲ ▼
 *                                  papervenue-state: instruments, orders, events, quotes
 * </pre>
 *
 * The rules are the core's ({@link io.millrace.core.execution.PaperMarket}).
 */
package io.millrace.streams.papervenue;
