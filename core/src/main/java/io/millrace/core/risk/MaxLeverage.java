package io.millrace.core.risk;

import java.math.BigDecimal;

/**
 * Gross exposure after the order / equity is within its limit; without equity there is no leverage that is. An order that
 * can only reduce its position passes whatever it leaves.
 */
final class MaxLeverage implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.markPrice() == null || order.limits() == null) {
            return CheckResult.unmeasured(RiskCode.LEVERAGE_TOO_HIGH, "bps");
        }
        var limit = BigDecimal.valueOf(order.limits().maxLeverageBps());
        var equity = RiskCase.decimal(order.portfolio().equity());
        if (equity.signum() <= 0) {
            return new CheckResult(RiskCode.LEVERAGE_TOO_HIGH, order.isReducing(), "", CheckResult.text(limit), "bps");
        }
        var actual = Bps.of(Exposure.after(order), equity);
        boolean passed = order.isReducing() || actual.compareTo(limit) <= 0;
        return CheckResult.of(RiskCode.LEVERAGE_TOO_HIGH, passed, actual, limit, "bps");
    }
}
