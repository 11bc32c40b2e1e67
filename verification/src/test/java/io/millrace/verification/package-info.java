/**
 * What holds across modules.
 *
 * <pre>
 * ArchitectureTest      who may import whom
 * MainPathTest          ./millrace demo --once --json on the real local parts: calm, again, slowly, under kills
 * </pre>
 */
package io.millrace.verification;
