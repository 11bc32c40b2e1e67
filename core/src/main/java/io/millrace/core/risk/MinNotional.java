package io.millrace.core.risk;

import io.millrace.core.money.WideMoney;

/** Quantity × {@link RiskCase#orderPrice price} is not below the instrument's minimum, where it has one. */
final class MinNotional implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var instrument = order.instrument();
        if (order.terms() == null
                || order.orderPrice() == null
                || instrument == null
                || instrument.minNotional() == null) {
            return null;
        }
        var actual = WideMoney.notional(order.terms().quantity().units(), order.orderPrice());
        boolean passed = actual.compareTo(WideMoney.of(instrument.minNotional())) >= 0;
        return CheckResult.of(
                RiskCode.NOTIONAL_TOO_SMALL, passed, actual, instrument.minNotional(), instrument.quoteCurrency());
    }
}
