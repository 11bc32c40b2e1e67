/**
 * What a market says: trades and quotes, and the bars that are built of them in event time.
 *
 * <pre>
 * Trade ─► BarBuilder ─► Bar       a bar closes when the instrument's own events pass its end plus the lateness bound
 * </pre>
 */
package io.millrace.core.market;
