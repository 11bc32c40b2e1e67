/**
 * What a model sees: numbers of one bar, named and versioned, mostly without a scale of their own.
 *
 * <pre>
 * SettledTrade, Quote ─► FeatureEngine ─► Tape (sums of the open bars, the last quote)
 *                                           │
 * Bar ──────────────────────────────────► Sample ─► FeatureSet (basic, market, quotes) ─► FeatureVector
 * Bar, Bar of the benchmark ─────────────► Sample ─► FeatureSet (benchmark) ─────────────► FeatureVector
 *
 * FeatureSet = families (BasicFeatures, ReturnFeatures, VolatilityFeatures, …): features and their computation together
 * </pre>
 */
package io.millrace.core.feature;
