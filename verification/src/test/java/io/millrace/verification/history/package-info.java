/**
 * What a run has to hold, checked on everything it wrote.
 *
 * <pre>
 * demo --records DIR ─► HistoryFiles ─┐
 * a broker, Postgres, the gateway ────┴─► History ─► Checkers.all ─► [Violation]
 *                                                      │ one Checker per promise, each a pure function of the history
 *                                                      └ Book: an account recomputed slowly, from the log alone
 * </pre>
 *
 * The checkers share the records of the core ({@code OrderIntent}, {@code ExecutionReport}, …) with what they check and
 * nothing that decides, fills or adds up: their arithmetic is on {@link java.math.BigDecimal}, their order state machine
 * a table of their own.
 */
package io.millrace.verification.history;
