/**
 * Exact money: counts of 1e-8 in a {@code long}.
 *
 * <pre>
 * Price × Quantity ─► Money        rounded half-even to 1e-8, through 128 bits
 * </pre>
 *
 * Every operation is exact or rounds explicitly; what does not fit a {@code long} throws {@link
 * java.lang.ArithmeticException}.
 */
package io.millrace.core.money;
