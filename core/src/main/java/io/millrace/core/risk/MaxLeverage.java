package io.millrace.core.risk;

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
        long limit = order.limits().maxLeverageBps();
        var equity = order.equity();
        if (equity.units() <= 0) {
            return CheckResult.limitOnly(RiskCode.LEVERAGE_TOO_HIGH, order.isReducing(), Measure.BPS, limit, "bps");
        }
        var exposure = order.exposure().gross();
        boolean passed = order.isReducing() || Ratio.isAtMost(exposure, equity.units(), limit);
        return CheckResult.bps(RiskCode.LEVERAGE_TOO_HIGH, passed, exposure, equity.units(), limit);
    }
}
