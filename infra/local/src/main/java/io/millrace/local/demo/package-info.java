/**
 * The demo: real trades through the whole platform, and an independent account of what came out.
 *
 * <pre>
 *   Demo ─► LocalPlatform, DemoControls (gateway), marketdata
 *   every topic ─► Follower ─┬► Transcript
 *                            └► Harvest ─► Market, Trading, Frontier, Digest
 *                                  └────► Checks (with LedgerRows, Recomputed) ─► Summary
 * </pre>
 */
package io.millrace.local.demo;
