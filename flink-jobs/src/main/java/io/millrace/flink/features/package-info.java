/**
 * Features and regimes, exactly once.
 *
 * <pre>
 * MarketStep (trades, bars, clocks) ─► FeaturesFunction ─► analytics.features (features and clocks)
 *      │  or with market.quotes  ─► MarketMerge in QuotedFeaturesFunction ─► analytics.features
 *      └► bars and clocks ─┬► BenchmarkFunction ◄─ bars of the benchmark ─► analytics.features (set benchmark)
 *                          └► regimes (a package of its own) ─► analytics.regimes
 * </pre>
 */
package io.millrace.flink.features;
