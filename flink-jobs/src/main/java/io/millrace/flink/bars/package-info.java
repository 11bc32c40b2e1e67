/**
 * Bars and indicators, exactly once.
 *
 * <pre>
 * MarketStep ─┬─► BarRecords ─────────► market.bars (bars and clocks)
 *             └─► IndicatorsFunction ─► analytics.indicators
 * </pre>
 */
package io.millrace.flink.bars;
