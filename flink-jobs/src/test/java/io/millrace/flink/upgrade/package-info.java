/**
 * Upgrades: today's jobs continue from the savepoints of every release.
 *
 * <pre>
 * GoldenMarket ─► SavepointMaker ─► Release: schemas, inputs ─┐
 *                       └─► JobSavepoint: savepoint, sent, … ─┤
 *                                                             ▼
 * UpgradeContract, once per job ─► JobRun (Feed ─► the job's operators ─► MemorySink) ─► Outputs ─► Difference
 * </pre>
 */
package io.millrace.flink.upgrade;
