package io.millrace.core.risk;

import io.millrace.core.execution.OpenOrder;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.WideMoney;
import java.util.List;

/**
 * What the order's strategy holds and has open, with this order, is within its budget: Σ |position × mark| of its own
 * fills, open orders of the side that leads to the larger position counted as filled. An order that can only reduce the
 * account's position passes.
 */
final class WithinBudget implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var strategy = order.rules().strategy();
        if (strategy == null || strategy.budget() == null || order.terms() == null || order.markPrice() == null) {
            return null;
        }
        var actual = spent(order, strategy.strategyId());
        boolean passed = order.isReducing() || actual.isAtMost(strategy.budget());
        return CheckResult.of(RiskCode.STRATEGY_BUDGET_EXCEEDED, passed, actual, strategy.budget(), order.currency());
    }

    private static WideMoney spent(RiskCase order, String strategy) {
        var own = order.instrumentId();
        var track = order.account().track();
        var spent = worth(order, strategy, own, order.markPrice());
        for (var held : track.strategies()) {
            if (held.strategyId().equals(strategy) && !held.instrument().equals(own)) {
                spent = spent.plus(worth(order, strategy, held.instrument(), mark(order, held.instrument())));
            }
        }
        var orders = order.book().openOrders();
        for (int i = 0; i < orders.size(); i++) {
            var open = orders.get(i);
            if (open.strategyId().equals(strategy)
                    && !open.instrument().equals(own)
                    && track.held(strategy, open.instrument()) == 0
                    && isFirst(orders, i)) {
                spent = spent.plus(worth(order, strategy, open.instrument(), mark(order, open.instrument())));
            }
        }
        return spent;
    }

    /** The largest position that the strategy's orders on an instrument can lead to, at its mark. */
    private static WideMoney worth(RiskCase order, String strategy, InstrumentId instrument, Price mark) {
        if (mark == null) {
            return WideMoney.ZERO;
        }
        var reach = order.reach(instrument, order.account().track().held(strategy, instrument));
        var notional = WideMoney.notional(reach.largest(), mark);
        if (instrument.equals(order.instrumentId())) {
            return order.inAccount(notional, order.instrument());
        }
        return order.hasCurrencies()
                ? order.inAccount(notional, order.rules().instruments().instrument(instrument, order.decidedAtNanos()))
                : notional;
    }

    private static Price mark(RiskCase order, InstrumentId instrument) {
        var mark = order.portfolio().markOf(instrument);
        return mark == null ? null : mark.price();
    }

    /** Whether no earlier order of the strategy is on the same instrument. */
    private static boolean isFirst(List<OpenOrder> orders, int at) {
        for (int i = 0; i < at; i++) {
            if (orders.get(i).instrument().equals(orders.get(at).instrument())
                    && orders.get(i).strategyId().equals(orders.get(at).strategyId())) {
                return false;
            }
        }
        return true;
    }
}
