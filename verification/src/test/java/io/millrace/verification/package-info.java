/**
 * What holds across modules.
 *
 * <pre>
 * ArchitectureTest      who may import whom
 * MainPathTest          ./millrace demo --once --json on the real local parts: calm, again, slowly, under kills
 * GuaranteesTest        what docs/guarantees.md names exists
 * history               what a run has to hold, checked on everything it wrote
 * </pre>
 */
package io.millrace.verification;
