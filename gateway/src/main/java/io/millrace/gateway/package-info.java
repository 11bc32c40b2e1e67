/**
 * HTTP for people and programs: what people decide goes in, what became of it comes out.
 *
 * <pre>
 *            problem ◄─ json ◄─ http ◄─┬─ control ◄─┬─ api ◄─ Gateway ◄─ GatewayMain
 *                                      └─   view  ◄─┘
 *
 * HTTP ─► api ─► control ─► Postgres + outbox ─► (change data capture) ─► control.*, trading.intents
 * HTTP ◄─ api ◄─ view ◄─ trading.decisions, execution.reports, portfolio.*
 * </pre>
 */
package io.millrace.gateway;
