/**
 * Throughput of the jobs on a real broker, run by {@code millrace bench pipeline}, never as a test.
 *
 * <pre>
 * PipelineBench (main) ─► BrokerProcess ◄─ Market writes trades, one topic for each number of instruments
 *           └─► Run (job under test, topic, state backend) on a small cluster ─► trades/s ─► Report: text, or one JSON object
 * </pre>
 */
package io.millrace.flink.bench;
