package io.millrace.core.market;

/**
 * Something doubtful in market data.
 *
 * @param timeNanos event time of the trade, quote or clock that showed it
 * @param sequence of that trade or quote, 0 for a clock
 * @param actual what was measured; times in seconds
 * @param limit what it is measured against
 */
public record Finding(QualityFlag flag, long timeNanos, long sequence, double actual, double limit) {}
