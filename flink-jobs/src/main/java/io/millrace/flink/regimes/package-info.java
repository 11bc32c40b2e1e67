/**
 * Market regimes, within the features job.
 *
 * <pre>
 * MarketStep ──────────────────┐
 * control.models ─► broadcast ─┴─► RegimesFunction ─► analytics.regimes (regimes and clocks)
 *                                        └─► control.models.dlq
 * </pre>
 */
package io.millrace.flink.regimes;
