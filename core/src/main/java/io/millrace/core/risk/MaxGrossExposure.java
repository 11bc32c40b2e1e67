package io.millrace.core.risk;

/**
 * All positions together, with this order and all open orders filled, are within their limit. An order that can only reduce
 * its position passes whatever it leaves.
 */
final class MaxGrossExposure implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.markPrice() == null || order.limits() == null) {
            return CheckResult.unmeasured(RiskCode.GROSS_EXPOSURE_TOO_LARGE, order.currency());
        }
        var actual = order.exposure().gross();
        var limit = order.limits().maxGrossExposure();
        boolean passed = order.isReducing() || actual.isAtMost(limit);
        return CheckResult.of(RiskCode.GROSS_EXPOSURE_TOO_LARGE, passed, actual, limit, order.currency());
    }
}
