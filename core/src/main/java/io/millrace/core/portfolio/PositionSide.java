package io.millrace.core.portfolio;

import io.millrace.core.order.Side;

/** Which of an account's positions in an instrument. */
public enum PositionSide {
    /** The only one, of a netting account: long or short by its sign. */
    NET,
    /** The long one of a hedging account, zero or above. */
    LONG,
    /** The short one of a hedging account, zero or below. */
    SHORT;

    /** The position of a hedging account that an order of a side opens or adds to. */
    static PositionSide opened(Side side) {
        return side == Side.BUY ? LONG : SHORT;
    }

    /** The position of a hedging account that an order of a side closes. */
    static PositionSide closed(Side side) {
        return opened(side.opposite());
    }
}
