/**
 * The core's state in state stores.
 *
 * <pre>
 * store ─load once─► memory ◄─► core, within a step
 *   ▲                  │
 *   └──── changes ─────┘ told at the end of each step, encoded and written with the commit
 * </pre>
 *
 * Values are Avro with the fingerprint of their schema, so that a later version can read them. Stores are on disk and have
 * a changelog; RocksDB's memory is bounded for the whole process.
 */
package io.millrace.streams.state;
