/**
 * Processes, started in the order of their needs, watched, started again, stopped in reverse.
 *
 * <pre>
 *   Part ── ProcessPart (a child process: Command, Port, readiness)
 *      └─── TaskPart    (an effect on other parts)
 *
 *   Supervisor ─► SupervisedPart ─► ChildProcess ─► var/log/PART.log, var/run/PART.pid
 *            └──► Progress (what a person sees)
 * </pre>
 */
package io.millrace.local.process;
