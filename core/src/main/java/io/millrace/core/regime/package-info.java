/**
 * Which state a market is in, with probabilities, bar by bar.
 *
 * <pre>
 * RegimeModel (versions) ─► RegimeBook ─┐
 * Bar ─────────────────────────────► RegimeRunner ─► RegimeDetector ─► RegimeSnapshot
 *                                        │            a Classifier: HmmRegimes (HmmObservations ─► ForwardFilter)
 *                                   RegimeState                     or VolatilityTrendRule
 *
 * bars ─► HmmObservations ─► HmmTraining (EM) ─► GaussianHmm ─► RegimeModel       offline
 * </pre>
 */
package io.millrace.core.regime;
