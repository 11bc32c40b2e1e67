/**
 * What is told of doubtful market data.
 *
 * <pre>
 * Finding ─► QualityTally ─► QualityEvent: one per flag and bar of the smallest interval
 * Quote ───► CrossedQuotes ─► Finding
 * </pre>
 *
 * How trades are judged, and the flags of bars, is part of {@link io.millrace.core.market}.
 */
package io.millrace.core.quality;
