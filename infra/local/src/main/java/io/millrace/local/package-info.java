/**
 * The whole platform as child processes of one machine.
 *
 * <pre>
 *   millrace (script) ─► command ─┬───────────► platform ─► parts ─► process
 *                                 └──► demo ──────┘            └──► flink
 * </pre>
 */
package io.millrace.local;
