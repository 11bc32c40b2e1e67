/**
 * How records come into a stage and leave it.
 *
 * <pre>
 * source (bytes) ─► Intake ─► Inlet ─► value | Clock ─► the stage's processor ─► Outlet ─► sink (values, clocks)
 *                      └─ undecodable ─► DeadLetterSink ─► {@code <topic>.dlq}
 * </pre>
 *
 * Dead letters are ordinary records of the step: in exactly-once processing they are written if and only if the offset of
 * what caused them is.
 */
package io.millrace.streams.wire;
