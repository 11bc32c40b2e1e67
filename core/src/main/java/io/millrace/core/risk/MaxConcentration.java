package io.millrace.core.risk;

/**
 * One instrument's position, with this order and the open orders filled that make it largest, is within its part of
 * equity; without equity none is. An order that can only reduce its position passes whatever it leaves.
 */
final class MaxConcentration implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var limit = order.safeguards().maxConcentrationBps();
        if (limit == null || order.terms() == null || order.markPrice() == null) {
            return null;
        }
        var equity = order.equity();
        if (equity.units() <= 0) {
            return CheckResult.limitOnly(
                    RiskCode.CONCENTRATION_TOO_HIGH, order.isReducing(), Measure.BPS, limit, "bps");
        }
        var actual = order.exposure().own();
        boolean passed = order.isReducing() || Ratio.isAtMost(actual, equity.units(), limit);
        return CheckResult.bps(RiskCode.CONCENTRATION_TOO_HIGH, passed, actual, equity.units(), limit);
    }
}
