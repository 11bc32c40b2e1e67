package io.millrace.core.risk;

import io.millrace.core.money.WideMoney;

/**
 * Equity covers the initial margin of the order alone and its fee. An order that can only reduce its position passes.
 */
final class EnoughMargin implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!Margin.isRequired(order) || order.orderPrice() == null) {
            return null;
        }
        var instrument = order.instrument();
        var notional = WideMoney.notional(order.quantity(), order.orderPrice());
        var bound =
                notional.bpsUp(instrument.initialMarginBps()).plus(Hold.fee(instrument, order.quantity(), notional));
        var actual = order.inAccount(bound, instrument);
        boolean passed = order.isReducing() || actual.isAtMost(order.equity());
        return CheckResult.of(RiskCode.MARGIN_TOO_SMALL, passed, actual, order.equity(), order.currency());
    }
}
