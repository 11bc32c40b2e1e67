package io.millrace.core.risk;

import java.math.BigDecimal;

/**
 * The loss since the highest equity, as a part of it, is within its limit. Beyond it the account may still reduce its
 * positions: an order that can only reduce passes. An account that never had equity has no drawdown.
 */
final class MaxDrawdown implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null
                || order.limits() == null
                || order.portfolio().peakEquity().units() <= 0) {
            return CheckResult.unmeasured(RiskCode.DRAWDOWN_REACHED, "bps");
        }
        var actual = Bps.of(
                RiskCase.decimal(order.portfolio().drawdown()),
                RiskCase.decimal(order.portfolio().peakEquity()));
        var limit = BigDecimal.valueOf(order.limits().maxDrawdownBps());
        boolean passed = order.isReducing() || actual.compareTo(limit) <= 0;
        return CheckResult.of(RiskCode.DRAWDOWN_REACHED, passed, actual, limit, "bps");
    }
}
