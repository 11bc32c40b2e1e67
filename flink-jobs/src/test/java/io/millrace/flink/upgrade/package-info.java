/**
 * Upgrades: today's jobs continue from the savepoints of every release.
 *
 * <pre>
 * savepoints/RELEASE: schemas, inputs/NAME (what comes after the stop)
 *        └─ JOB: savepoint, sent (what the release itself sent after the stop), uids
 *
 * UpgradeContract, once per job ─► JobRun (Feed ─► the job's operators ─► MemorySink) ─► Outputs, compared with what was sent
 * </pre>
 */
package io.millrace.flink.upgrade;
