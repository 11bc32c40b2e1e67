/**
 * HTTP in front of the operations.
 *
 * <pre>
 * request ─► HttpFront: bearer token ─► body ≤ 64 KiB ─► Endpoint ─► Call ─► (worker thread) Operation ─► Answer
 *                                                                            └─ ProblemException ─► problem+json
 * </pre>
 *
 * The event loop never blocks; an operation may, and knows nothing of the HTTP library.
 */
package io.millrace.gateway.http;
