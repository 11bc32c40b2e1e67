package io.millrace.core.market.bar;

import io.millrace.core.market.SettledTrade;

/**
 * Tick, volume and value bars: a bar closes with the trade that fills it. A trade that overfills it is not split, so a
 * bar may hold more than its threshold. Source: López de Prado, Advances in Financial Machine Learning (2018), 2.3.1.
 */
record ThresholdRule(Measure measure, long threshold) implements BarRule {
    @Override
    public void add(EventBarState state, SettledTrade trade, Runnable close) {
        state.bar.take(trade);
        if (measure.of(state.bar) >= threshold) {
            close.run();
        }
    }
}
