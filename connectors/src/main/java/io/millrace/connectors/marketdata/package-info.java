/**
 * Replays trade files into {@code market.trades.v1}.
 *
 * <pre>
 * TradeFile ─► Lines ─► TradeFormat ─► TradeReader ─┬─ Accepted ─► Resume (published before?) ─► Pace ─► KafkaOutput ─► market.trades.v1
 *  path, gzip,          fields of      sequence,    ├─ Refused ──► once per line ──────────────────────────────────► market.trades.v1.dlq
 *  classpath            one line       time step    └─ Skipped      (instrument not asked for)
 * end of the files ─► Clock(last event + end clock) ─► market.trades.v1
 * </pre>
 *
 * <p>Nothing is remembered outside of Kafka: the last trade of the instrument in the topic tells where to resume, the
 * last refused line in the dead letters which are reported. Files are read from the beginning each time, and the same
 * lines give the same sequences.
 */
package io.millrace.connectors.marketdata;
