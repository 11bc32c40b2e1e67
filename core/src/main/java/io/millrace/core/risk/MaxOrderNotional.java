package io.millrace.core.risk;

/**
 * The order's own worth, quantity × {@link RiskCase#orderPrice price}, is within its limit. Holds for every order, so
 * that a slip of the hand is caught in a closing order too.
 */
final class MaxOrderNotional implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.orderPrice() == null || order.limits() == null) {
            return CheckResult.unmeasured(RiskCode.ORDER_NOTIONAL_TOO_LARGE, order.currency());
        }
        return CheckResult.atMost(
                RiskCode.ORDER_NOTIONAL_TOO_LARGE,
                RiskCase.notional(RiskCase.decimal(order.terms().quantity()), order.orderPrice()),
                RiskCase.decimal(order.limits().maxOrderNotional()),
                order.currency());
    }
}
