package io.millrace.core.market.bar;

import io.millrace.core.market.SettledTrade;

/**
 * Imbalance bars: a bar closes with the first trade at which {@code |θ| ≥ E[T] × |E[b·v]|}, where θ = Σ b·v over its
 * trades, b is the side (+1 buyer, −1 seller) and v the measure of a trade (1, quantity or value).
 *
 * <p>E[T] is the exponentially weighted mean of the lengths of the bars before, E[b·v] that of b·v over the trades of
 * the bars before. The first bar has a fixed length, and its means are the first expectations. Source: López de Prado,
 * Advances in Financial Machine Learning (2018), 2.3.2.1 and 2.3.2.2; the bounds on a bar's length are an addition, see
 * {@link Expectation}.
 */
record ImbalanceRule(Measure measure, Expectation expectation) implements BarRule {
    @Override
    public void add(EventBarState state, SettledTrade trade, Runnable close) {
        var flow = state.flow;
        long signed = trade.side() * measure.of(trade);
        state.bar.take(trade);
        flow.signed += signed;
        boolean first = flow.expectedTrades == 0;
        if (!first) {
            flow.meanSigned += expectation.tradeWeight() * (signed - flow.meanSigned);
        }
        long trades = state.bar.tradeCount;
        if (expectation.closes(flow, trades, Math.abs(flow.signed))) {
            if (first) {
                flow.meanSigned = flow.signed / (double) trades;
            }
            flow.expectedTrades = expectation.nextLength(flow, trades);
            flow.threshold = flow.expectedTrades * Math.abs(flow.meanSigned);
            close.run();
        }
    }
}
