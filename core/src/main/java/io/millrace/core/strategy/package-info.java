/**
 * Rules that turn bars into the wish to buy or to sell.
 *
 * <pre>
 * StrategySpec (versions) ─► StrategyBook ─┐
 * Bar ────────────────────► StrategyRunner ─► Strategy (a Rule and whether it is entered) ─► Signal ─► OrderIntent
 *                                │
 *                          RunnerState      explicit: per strategy its ordinal and wish, per version its memory
 * </pre>
 *
 * {@link io.millrace.core.strategy.StrategyKind} lists the rules and their parameters: a new rule is a class and a
 * constant there.
 */
package io.millrace.core.strategy;
