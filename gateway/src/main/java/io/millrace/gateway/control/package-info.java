/**
 * What people decide, in Postgres, and the outbox that tells of it.
 *
 * <pre>
 * Call ─► Writes: one transaction { IdempotencyKeys, VersionedTable | ManualOrderTable, Outbox } ─► Answer
 *                                                                            └─ WAL ─► control.*, trading.intents
 * </pre>
 *
 * Writes to one key of one topic happen one after the other, so the log has them in the order of their versions.
 */
package io.millrace.gateway.control;
