/**
 * What every process has beside its work.
 *
 * <pre>
 * environment ─► Settings ─► the process ─► Status, metrics ─► StatusServer (GET /health, GET /metrics)
 * </pre>
 */
package io.millrace.schemas.process;
