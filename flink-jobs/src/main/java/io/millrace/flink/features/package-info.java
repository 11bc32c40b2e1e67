/**
 * Features, exactly once.
 *
 * <pre>
 * MarketStep ─► FeaturesFunction ─► analytics.features (features and clocks)
 * </pre>
 */
package io.millrace.flink.features;
