/**
 * Numbers that follow from the bars so far, bar by bar.
 *
 * <pre>
 * Bar ─► BarValues ─► Indicator (average, momentum, trend, volatility, volume, ...) ─► IndicatorSnapshot
 *                        │  made of RollingSum, RollingMoments, RollingLine, RollingRange (each a Window), WilderAverage
 *                        └─ snapshot() ─► double[] ─► restore()      continues to the last bit
 * </pre>
 *
 * What all indicators share is here, each family has a package of its own, {@code catalogue} finds one by its name. A
 * new indicator is a class that describes its {@link io.millrace.core.indicator.IndicatorKind} and a line in its family;
 * {@code docs/indicators.md} is written from both. A {@link io.millrace.core.indicator.PairIndicator} is of two series.
 */
package io.millrace.core.indicator;
