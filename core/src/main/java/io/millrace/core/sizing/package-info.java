/**
 * How much to trade: a formula from what an account is worth, the price and what was measured of the market to a
 * quantity.
 *
 * <pre>
 * strategy: SizingKind + parameters ─► measured on its bars ─► Sizing (in the intent)
 *                                                                │
 * risk:     equity, mark, holding, lot, bound (Stakes) ──────────┴─► Quantity, a multiple of the lot, at most the bound
 * </pre>
 *
 * Every formula is a pure function. Money is exact and rounded down; a ratio and a distance in price are {@code double}s
 * that are rounded half-even to 1e-8 before money is multiplied or divided by them. What is missing, or not above zero,
 * sizes to nothing.
 */
package io.millrace.core.sizing;
