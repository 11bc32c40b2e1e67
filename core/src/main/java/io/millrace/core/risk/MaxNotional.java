package io.millrace.core.risk;

import io.millrace.core.money.WideMoney;

/** Quantity × {@link RiskCase#orderPrice price} is not above the instrument's maximum, where it has one. */
final class MaxNotional implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var instrument = order.instrument();
        if (order.terms() == null
                || order.orderPrice() == null
                || instrument == null
                || instrument.maxNotional() == null) {
            return null;
        }
        var actual = WideMoney.notional(order.terms().quantity().units(), order.orderPrice());
        var limit = instrument.maxNotional();
        return CheckResult.of(
                RiskCode.NOTIONAL_TOO_LARGE, actual.isAtMost(limit), actual, limit, instrument.quoteCurrency());
    }
}
