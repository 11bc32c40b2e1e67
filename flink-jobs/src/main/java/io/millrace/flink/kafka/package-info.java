/**
 * How records come from Kafka and go to it.
 *
 * <pre>
 * topic ─► KafkaParts.trades ─► KafkaRecord (as it was) ─► functions ─► Encoder ─► KafkaRecord ─► KafkaParts.exactlyOnce ─► topics
 *                                                              └─► Rejects ─► KafkaRecord ─┘
 * </pre>
 *
 * Functions decode and encode themselves: what cannot be decoded then still is the record it was.
 */
package io.millrace.flink.kafka;
