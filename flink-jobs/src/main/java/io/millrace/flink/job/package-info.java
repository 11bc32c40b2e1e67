/**
 * How a job is started and run.
 *
 * <pre>
 * program arguments ─► Arguments ─► JobSettings ─► Job ─► environment (checkpoints, restarts, no Kryo) ─► Wiring
 * </pre>
 */
package io.millrace.flink.job;
