package io.millrace.core.execution;

import io.millrace.core.market.Instrument;
import io.millrace.core.money.Money;

/** What a venue charges for a fill: the instrument's rate for the fill's liquidity on its notional. */
final class FeeModel {
    /** What a fill did to the order book. */
    enum Liquidity {
        /** The order could trade as it arrived. */
        TAKER,
        /** The order rested until somebody traded with it. */
        MAKER
    }

    private FeeModel() {}

    /** Rounded half-even to 1e-8. */
    static Money of(Instrument instrument, Liquidity liquidity, Money notional) {
        return notional.bps(liquidity == Liquidity.TAKER ? instrument.takerFeeBps() : instrument.makerFeeBps());
    }
}
