/**
 * The contract between stages, and with other teams: which topics there are, what their records mean and how they are
 * written.
 *
 * <pre>
 * schemas/avro/*.avsc ─► generated classes (io.millrace.avro)
 *                               │
 * core's values ─► Codec ─► TopicSerde ─► 0x00, schema id, Avro ─► topic         SchemaRegistry knows the ids
 *                                                │
 *                          UndecodableException ─┴─► DeadLetters ─► topic.dlq
 *
 * Topics (the catalogue) ─► Provisioning ─► topics, dead letters, subjects
 * </pre>
 *
 * A clock ({@link io.millrace.schemas.ClockRecords}) is a record without a value; {@link io.millrace.schemas.Traces} are
 * headers.
 */
package io.millrace.schemas;
