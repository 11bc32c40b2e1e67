/**
 * The Flink jobs. One jar, {@code millrace-flink-jobs.jar}, holds all three; any can be started from the Flink
 * dashboard by its entry class.
 *
 * <pre>
 * market.trades ─► trades (drop duplicates, count gaps, build bars) ─┬─► bars      BarsIndicatorsJob ─► market.bars, analytics.indicators
 *                    │                                               ├─► features  FeaturesJob ───────► analytics.features, analytics.regimes (with control.models)
 *                    │                        control.strategies ────┴─► signals   SignalsJob ────────► trading.intents
 *                    └─► market.trades.dlq (undecodable, impossible, too late)
 * </pre>
 *
 * <table>
 * <caption>Entry classes</caption>
 * <tr><td>{@code io.millrace.flink.bars.BarsIndicatorsJob}</td><td>exactly once</td></tr>
 * <tr><td>{@code io.millrace.flink.features.FeaturesJob}</td><td>exactly once</td></tr>
 * <tr><td>{@code io.millrace.flink.signals.SignalsJob}</td><td>at least once, intents with deterministic ids</td></tr>
 * </table>
 *
 * All take {@code --kafka HOST:PORT --registry URL} and, each with a default that {@code --help} prints, {@code --group
 * --parallelism --start --lateness --intervals --checkpoint-interval --checkpoint-dir --transaction-timeout}. Their
 * {@code main} only wires source, functions and sink; a function adapts core to Flink state and holds no rule.
 */
package io.millrace.flink;
