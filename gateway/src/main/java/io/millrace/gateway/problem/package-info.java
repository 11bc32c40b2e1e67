/**
 * What the gateway refuses, and how it says so.
 *
 * <pre>
 * Violation (one wrong field) ─► Problem (one refused request, RFC 9457) ─► ProblemException (carries it to the front)
 * </pre>
 */
package io.millrace.gateway.problem;
