/**
 * Models trained on the topics.
 *
 * <pre>
 * market.bars ─► BarHistory (to the end, committed) ─► RegimeTraining (EM of core) ─► TrainedRegimes ─► gateway, by the command
 * </pre>
 */
package io.millrace.research.train;
