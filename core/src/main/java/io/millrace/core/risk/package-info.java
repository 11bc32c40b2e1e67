/**
 * Whether an order may go out.
 *
 * <pre>
 * intents, reports, clocks ─► RiskStage ─ in event-time order ─► RiskEngine ─► RiskDecision ─► ApprovedOrder
 *                                │                                   │
 *                                │ RiskAccount (book, pace, ordinals)│ one RiskCheck per file, all evaluated
 *                                └ Control: accounts, policies, instruments, strategies as in force at the time
 * </pre>
 *
 * A decision carries every check with what it measured and its limit, passed or not. Nothing throws for bad input:
 * what is wrong is an objection. In the modes AGGRESSIVE, NORMAL and DEFENSIVE an order is held against the mode's
 * limits; REDUCING takes only orders that reduce, HALTED only cancels, both within the defensive limits. Losses and
 * sizes beyond their limits never forbid an order that can only reduce a position: they must not lock an account in.
 */
package io.millrace.core.risk;
