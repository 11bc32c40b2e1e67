/**
 * What the connectors share of Kafka: clients sized for a small heap, and finding one's own last word in a topic.
 *
 * <pre>
 * settings ─► KafkaClients ─► producer, consumer, admin
 * topic ─► TopicTail ─► the last record that matches, searched from the end
 * </pre>
 */
package io.millrace.connectors.kafka;
