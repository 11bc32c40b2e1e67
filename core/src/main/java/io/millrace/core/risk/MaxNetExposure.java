package io.millrace.core.risk;

/**
 * Long positions less short ones, with this order and the open orders filled that make it largest, are within their
 * limit. An order that can only reduce its position passes whatever it leaves.
 */
final class MaxNetExposure implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var limit = order.safeguards().maxNetExposure();
        if (limit == null || order.terms() == null || order.markPrice() == null) {
            return null;
        }
        var actual = order.exposure().net();
        boolean passed = order.isReducing() || actual.isAtMost(limit);
        return CheckResult.of(RiskCode.NET_EXPOSURE_TOO_LARGE, passed, actual, limit, order.currency());
    }
}
