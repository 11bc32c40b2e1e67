package io.millrace.core.risk;

/**
 * The loss since the start of the UTC day is within its limit. Beyond it the account may still reduce its positions:
 * an order that can only reduce passes.
 */
final class MaxDailyLoss implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.limits() == null) {
            return CheckResult.unmeasured(RiskCode.DAILY_LOSS_REACHED, order.currency());
        }
        var actual = RiskCase.decimal(order.portfolio().dailyLoss());
        var limit = RiskCase.decimal(order.limits().maxDailyLoss());
        boolean passed = order.isReducing() || actual.compareTo(limit) <= 0;
        return CheckResult.of(RiskCode.DAILY_LOSS_REACHED, passed, actual, limit, order.currency());
    }
}
