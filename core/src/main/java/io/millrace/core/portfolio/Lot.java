package io.millrace.core.portfolio;

import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;

/**
 * What is still open of one fill.
 *
 * @param openedNanos event time of the fill
 * @param quantity above zero in a long position, below in a short one
 * @param cost what it cost, of the quantity's sign
 */
public record Lot(long openedNanos, Quantity quantity, Money cost) {}
