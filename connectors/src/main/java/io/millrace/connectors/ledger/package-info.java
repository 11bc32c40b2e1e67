/**
 * Keeps what happened in Postgres, for reports.
 *
 * <pre>
 * trading.decisions   ┐                                 ┌─► decisions
 * orders.approved     ├─► LedgerReader ─► Batch ────────┼─► orders, cancels     ┐ one database
 * execution.reports   │   decode, skip     what the     ├─► fills, orders       │ transaction
 * portfolio.positions ┘   clock records    records say  ├─► positions           │
 *                          │                            └─► progress (offsets)  ┘
 *                          └─ what cannot be decoded or stored ─► RefusedRecords ─► TOPIC.dlq
 * </pre>
 *
 * <p>The offsets live in {@code progress} and move in the transaction of the rows, so a record is in the tables once
 * whenever the process dies. Two ledgers cannot both move on: the second one's update of {@code progress} fails, and it
 * starts anew from there.
 */
package io.millrace.connectors.ledger;
