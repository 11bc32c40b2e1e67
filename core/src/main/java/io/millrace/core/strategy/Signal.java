package io.millrace.core.strategy;

import io.millrace.core.order.Side;

/**
 * A strategy wants to trade now.
 *
 * @param reduceOnly true if it wants out of what it has, false if it wants in
 * @param reason what it saw, in words
 */
public record Signal(Side side, boolean reduceOnly, String reason) {}
