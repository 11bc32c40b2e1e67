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
        long actual = order.portfolio().dayStartEquity().minus(order.equity()).units();
        long limit = order.limits().maxDailyLoss().units();
        boolean passed = order.isReducing() || actual <= limit;
        return CheckResult.of(RiskCode.DAILY_LOSS_REACHED, passed, Measure.UNITS, actual, limit, order.currency());
    }
}
