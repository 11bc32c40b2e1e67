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
        var actual = order.worth(order.terms().quantity().units(), order.orderPrice());
        var limit = order.limits().maxOrderNotional();
        return CheckResult.of(
                RiskCode.ORDER_NOTIONAL_TOO_LARGE, actual.isAtMost(limit), actual, limit, order.currency());
    }
}
