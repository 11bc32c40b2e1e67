/**
 * What holds across modules.
 *
 * <pre>
 * ArchitectureTest      who may import whom
 * MainPathTest          ./millrace demo --once --json on the real local parts: calm, again, slowly
 * GuaranteesTest        what docs/guarantees.md names exists
 * history               what a run has to hold, checked on everything it wrote
 * chaos                 the same with people's orders besides, while everything is killed, held, cut off and poisoned
 * </pre>
 */
package io.millrace.verification;
