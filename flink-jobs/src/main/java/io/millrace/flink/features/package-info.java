/**
 * Features and regimes, exactly once.
 *
 * <pre>
 * MarketStep ─► FeaturesFunction ─► analytics.features (features and clocks)
 *            └► regimes (a package of its own) ─► analytics.regimes
 * </pre>
 */
package io.millrace.flink.features;
