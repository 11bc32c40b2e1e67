/**
 * The first operator of every job.
 *
 * <pre>
 * KafkaRecord by instrument ─► TradesFunction ─► MarketStep: bars, and a clock behind the bars of one end
 *                                    └─► Rejects: undecodable, impossible, too late
 * </pre>
 */
package io.millrace.flink.trades;
