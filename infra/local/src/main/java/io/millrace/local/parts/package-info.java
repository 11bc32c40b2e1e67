/**
 * The parts of the local platform, one class each.
 *
 * <pre>
 *   postgres ───────────────► gateway, outbox, ledger
 *   kafka ──┬─► topics ─────► streams, outbox, ledger, jobs
 *   registry┘
 *   jobmanager, taskmanager ► jobs
 * </pre>
 */
package io.millrace.local.parts;
