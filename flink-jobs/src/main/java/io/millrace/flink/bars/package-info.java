/**
 * Bars, indicators and what was doubtful, exactly once.
 *
 * <pre>
 * MarketStep ─┬─► BarRecords ─────────► market.bars (bars and clocks)
 *             └─► IndicatorsFunction ─► analytics.indicators
 * QualityEvent ─► QualityRecords ─────► market.quality
 * market.quotes ─► QuotesFunction ────► market.quality
 * </pre>
 */
package io.millrace.flink.bars;
