package io.millrace.core.risk;

import io.millrace.core.money.WideMoney;

/**
 * The loss since the highest equity, as a part of it, is within its limit. Beyond it the account may still reduce its
 * positions: an order that can only reduce passes. An account that never had equity has no drawdown.
 */
final class MaxDrawdown implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var peak = order.portfolio().peakEquity();
        if (order.terms() == null || order.limits() == null || peak.units() <= 0) {
            return CheckResult.unmeasured(RiskCode.DRAWDOWN_REACHED, "bps");
        }
        var drawdown = WideMoney.of(peak.minus(order.equity()));
        long limit = order.limits().maxDrawdownBps();
        boolean passed = order.isReducing() || Ratio.isAtMost(drawdown, peak.units(), limit);
        return CheckResult.bps(RiskCode.DRAWDOWN_REACHED, passed, drawdown, peak.units(), limit);
    }
}
