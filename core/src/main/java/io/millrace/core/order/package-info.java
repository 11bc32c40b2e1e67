/**
 * The vocabulary of orders that strategy, risk, routing and execution share.
 *
 * <pre>
 * OrderIntent (somebody wants) ─► ApprovedOrder (risk allows) ─► VenueCommand (a venue is told) ─► ExecutionReport (it answers)
 * </pre>
 *
 * Identity is deterministic: the intent's id follows from its cause, the order's id is the intent's id, and a venue is
 * given that same id. What is sent twice is the same thing twice.
 */
package io.millrace.core.order;
