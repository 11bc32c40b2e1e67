/**
 * Publishes the outbox: each row that a committed transaction wrote into {@code control.outbox} becomes one record, once
 * and in order.
 *
 * <pre>
 * Postgres WAL ─► slot millrace_outbox ─► Debezium engine ─► OutboxTransaction ─┬─► record ─► its topic             ┐ one
 *  (insert + delete                                          OutboxRow, Routing ├─► refused ─► connectors.outbox.v1.dlq │ Kafka
 *   of a row in the                                                             └─► source offset ─► offsets topic  ┘ transaction
 *   write's transaction)                                     SequenceWatch: rows that did not come
 * </pre>
 *
 * <p>The records of a batch and the place they came from are committed together, and only then is Postgres told that it
 * may forget the log up to there. A predecessor that still runs is fenced off before the place is read. {@link
 * io.millrace.connectors.outbox.OutboxConnector} waits for Postgres, starts the engine and starts it again, with a
 * growing pause, whenever it ends.
 */
package io.millrace.connectors.outbox;
