package io.millrace.core.execution;

import io.millrace.core.money.Price;
import io.millrace.core.order.Side;

/**
 * How much worse than the market's price an order fills that takes liquidity.
 *
 * @param bps in 1/10,000 of the price, from 0 to below 10,000
 */
public record SlippageModel(long bps) {
    public SlippageModel {
        if (bps < 0 || bps >= 10_000) {
            throw new IllegalArgumentException("slippage must be in [0, 10000) bps, was " + bps);
        }
    }

    /** What a side gets where the market trades at a price: a buyer pays more, a seller gets less. */
    public Price on(Side side, Price market) {
        return market.plusBps(side.sign() * bps);
    }
}
