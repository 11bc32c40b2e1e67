/**
 * The stages that run on Kafka Streams, and the process that runs them.
 *
 * <pre>
 * trading.intents ─► risk ─► routing ─► venue.commands ─► papervenue ─► execution.reports ─┬─► risk
 *                     └─► trading.decisions ──────────────────────────► portfolio ◄────────┘
 *                                                                           └─► portfolio.positions, portfolio.equity
 * </pre>
 *
 * Three apps: risk and routing chained, the paper venue, portfolio. Each is exactly once; each topology is a pure function.
 */
package io.millrace.streams;
