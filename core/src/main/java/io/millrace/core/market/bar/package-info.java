/**
 * Bars that something else than time closes.
 *
 * <pre>
 * name ─► BarType ─► BarRule                     when a bar closes
 * SettledTrade ─► EventBars (+ EventBarState) ─► Bar
 * </pre>
 */
package io.millrace.core.market.bar;
