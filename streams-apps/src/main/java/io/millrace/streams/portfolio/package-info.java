/**
 * Portfolio: what every account holds and is worth, in the order of event time.
 *
 * <pre>
 * trading.decisions (decisions, risk's clocks with marks) ─┐                         ┌─► portfolio.positions
 * execution.reports (reports, venue's clocks)             ─┴─► PortfolioProcessor ───┴─► portfolio.equity (and clocks)
 * control.accounts, .strategies, .instruments (global) ········▲ ▼
 *                          portfolio-state: books, pending, marks, clocks
 * </pre>
 *
 * The rules are the core's ({@link io.millrace.core.portfolio.PortfolioStage}).
 */
package io.millrace.streams.portfolio;
