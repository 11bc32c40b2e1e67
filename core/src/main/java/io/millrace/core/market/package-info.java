/**
 * What a market says: trades and quotes, and the bars that are built of them in event time.
 *
 * <pre>
 * Trade ─► BarBuilder ─► Bar       a bar closes when the instrument's own events pass its end plus the lateness bound
 * SettledTrade ─► bar.EventBars ─► Bar       ticks, volume, value, imbalance, runs, Renko, range
 * Bar ─► bar.BarResampler ─► Bar             of a longer interval, of sessions (calendar)
 * </pre>
 */
package io.millrace.core.market;
