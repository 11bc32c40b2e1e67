/**
 * Jobs on their way to Flink.
 *
 * <pre>
 *   jar ─► JobSubmission ─► FlinkRest ─► JobManager
 *   var/flink/checkpoints ─► RetainedCheckpoints ──┘ (where the last run was)
 * </pre>
 */
package io.millrace.local.flink;
