/**
 * What an app needs around its topology: settings, configuration for low latency and quick recovery, health.
 *
 * <pre>
 * environment ─► StreamsSettings ─► StreamsConfigs ─► StreamsApp (KafkaStreams, ThreadReplacement, metrics)
 * </pre>
 */
package io.millrace.streams.runtime;
