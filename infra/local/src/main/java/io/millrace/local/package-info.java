/**
 * The whole platform as child processes of one machine.
 *
 * <pre>
 *   millrace (script) ─► command ─► LocalPlatform ─► parts ─► process
 *                              └──► demo
 * </pre>
 */
package io.millrace.local;
