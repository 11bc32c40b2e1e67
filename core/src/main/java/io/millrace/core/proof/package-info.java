/**
 * Shows of anything that answers a stream event by event, before money depends on it, that it reads no future and how
 * soon it forgets its start. No test framework is needed:
 *
 * <pre>
 * NoLookAhead.of(Subject.indicator(() -> Indicators.parse("rsi(14)"))).prove(bars, otherBars);
 * WarmUp.ofIndicator(() -> Indicators.parse("rsi(14)"), bars)   // rsi(14): 297 bars
 * </pre>
 */
package io.millrace.core.proof;
