/**
 * The parts of the local platform, one class each.
 *
 * <pre>
 *   postgres ───────────────► gateway, outbox, ledger
 *   kafka ──┬─► topics ─────► streams, outbox, ledger
 *   registry┘
 *   jobmanager, taskmanager, topics ► bars-indicators, features, signals
 * </pre>
 */
package io.millrace.local.parts;
