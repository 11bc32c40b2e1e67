/**
 * Numbers that follow from the bars so far, bar by bar.
 *
 * <pre>
 * Bar ─► BarValues ─► Indicator (Sma, Ema, Rsi, Macd, Bollinger, Atr, Vwap, Obv, VolumeStatistics) ─► IndicatorSnapshot
 *                        │  made of RollingSum, RollingMoments, RollingRange (each a Window), WilderAverage
 *                        └─ snapshot() ─► double[] ─► restore()      continues to the last bit
 * </pre>
 *
 * {@link io.millrace.core.indicator.Indicators} finds one by its name, {@link io.millrace.core.indicator.IndicatorKind}
 * lists them: a new indicator is a class and a line there.
 */
package io.millrace.core.indicator;
