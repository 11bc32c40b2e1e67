package io.millrace.core.market.bar;

import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.bar.EventBarState.Flow;

/**
 * Runs bars: a bar closes with the first trade at which {@code θ ≥ E[T] × max(P × E[v|buy], (1 − P) × E[v|sell])}, where
 * θ is the larger of Σ v over the trades that buyers took and over those that sellers took, interrupted or not, P the
 * expected share of buyers' trades and v the measure of a trade (1, quantity or value).
 *
 * <p>E[T], P, E[v|buy] and E[v|sell] are exponentially weighted means over the bars before; a bar without a buyer says
 * nothing about E[v|buy], one without a known side nothing about P. The first bar has a fixed length, and its means are
 * the first expectations. Source: López de Prado, Advances in Financial Machine Learning (2018), 2.3.2.3 and 2.3.2.4;
 * the bounds on a bar's length are an addition, see {@link Expectation}.
 */
record RunsRule(Measure measure, Expectation expectation) implements BarRule {
    @Override
    public void add(EventBarState state, SettledTrade trade, Runnable close) {
        var flow = state.flow;
        state.bar.take(trade);
        if (trade.side() > 0) {
            flow.buyCount++;
            flow.buyFlow += measure.of(trade);
        } else if (trade.side() < 0) {
            flow.sellCount++;
            flow.sellFlow += measure.of(trade);
        }
        long trades = state.bar.tradeCount;
        if (expectation.closes(flow, trades, Math.max(flow.buyFlow, flow.sellFlow))) {
            expect(flow, trades);
            close.run();
        }
    }

    private void expect(Flow flow, long trades) {
        double weight = flow.expectedTrades == 0 ? 1 : expectation.barWeight();
        long sided = flow.buyCount + flow.sellCount;
        if (sided > 0) {
            flow.buyShare += weight * (flow.buyCount / (double) sided - flow.buyShare);
        }
        if (flow.buyCount > 0) {
            flow.meanBuy = mean(flow.meanBuy, flow.buyFlow / (double) flow.buyCount, weight);
        }
        if (flow.sellCount > 0) {
            flow.meanSell = mean(flow.meanSell, flow.sellFlow / (double) flow.sellCount, weight);
        }
        flow.expectedTrades = expectation.nextLength(flow, trades);
        flow.threshold =
                flow.expectedTrades * Math.max(flow.buyShare * flow.meanBuy, (1 - flow.buyShare) * flow.meanSell);
    }

    /** A side that was never seen before begins with what is seen. */
    private static double mean(double known, double seen, double weight) {
        return known == 0 ? seen : known + weight * (seen - known);
    }
}
