package io.millrace.connectors.ledger;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that cannot be kept. */
record Refused(ConsumerRecord<byte[], byte[]> record, String code, String message) {}
