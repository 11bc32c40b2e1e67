/**
 * Speed of the codecs, run by {@code millrace bench codec}, never as a test.
 *
 * <pre>
 * CodecBench (main) ─► JMH with its allocation profiler ─► CodecBenchmark ─► text, or one JSON object
 * </pre>
 */
package io.millrace.schemas.bench;
