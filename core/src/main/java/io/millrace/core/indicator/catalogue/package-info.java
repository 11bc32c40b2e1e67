/** Finds indicators by name: {@code Indicators.parse("rsi(14)")}; several of one series are an {@code IndicatorSet}. */
package io.millrace.core.indicator.catalogue;
