/**
 * When markets trade.
 *
 * <pre>
 * SessionRule (date ─► hours) + time zone ─► TradingCalendar ─► Session of an instant
 * </pre>
 */
package io.millrace.core.market.calendar;
