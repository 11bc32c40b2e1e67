/**
 * Benchmarks of the core, run by hand and by {@code millrace bench}, never as tests.
 *
 * <pre>
 * IndicatorBench (main) ─► JMH ─► IndicatorBenchmark ─► text, or one JSON object
 * PortfolioBench (main) ─► JMH ─► PortfolioBenchmark ─► text, or one JSON object
 * RiskBench      (main) ─► JMH ─► RiskBenchmark
 * </pre>
 */
package io.millrace.core.bench;
