/**
 * Strategies at work, at lowest latency.
 *
 * <pre>
 * MarketStep ──────────────────────┐
 * control.strategies ─► broadcast ─┴─► SignalsFunction ─► trading.intents: the intents of a bar, then its clock to every partition
 *                                            └─► control.strategies.dlq
 * </pre>
 */
package io.millrace.flink.signals;
