/**
 * Risk: decides on every intent, in the order of event time.
 *
 * <pre>
 * trading.intents   (intents, signals' clocks) ─┐                    ┌─► trading.decisions (decisions, clocks with marks)
 * execution.reports (reports, venue's clocks)  ─┴─► RiskProcessor ───┼─► orders.approved
 * control.* (global)  ·····························    ▲ ▼           └─► routing (orders, clocks)
 *                                              risk-state: accounts, pending, marks, clocks
 * </pre>
 *
 * The rules are the core's ({@link io.millrace.core.risk.RiskStage}); here is only what they need to run on Kafka Streams.
 */
package io.millrace.streams.risk;
