/**
 * What became of orders and positions, read from the topics into memory.
 *
 * <pre>
 * trading.decisions ──┐
 * orders.approved ────┤
 * execution.reports ──┼─► TopicFollower ─► OrderViews, CommandViews, PositionViews, EquityViews ─► GET
 * portfolio.* ────────┘
 * </pre>
 *
 * The tables are rebuilt from the topics at every start. Reading a record twice changes nothing.
 */
package io.millrace.gateway.view;
