/**
 * Functions that do what people decided.
 *
 * <pre>
 * control topic ─► read to its end at open ─┐
 *               └► broadcast ─► kept state ─┴► ControlRecords (decode, refuse) ─► a book
 * MarketStep ────────────────────────────────► ControlledFunction ─► records
 *                                                  └─► dead letters of what cannot be followed
 * </pre>
 */
package io.millrace.flink.control;
