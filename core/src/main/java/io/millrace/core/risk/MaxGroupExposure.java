package io.millrace.core.risk;

/**
 * The positions of the instrument's group together, with this order and all open orders filled, are within their limit,
 * where it has a group. An order that can only reduce its position passes whatever it leaves.
 */
final class MaxGroupExposure implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var limit = order.safeguards().maxGroupExposure();
        if (limit == null
                || order.terms() == null
                || order.markPrice() == null
                || order.instrument() == null
                || order.instrument().group().isEmpty()) {
            return null;
        }
        var actual = order.exposure().grouped();
        boolean passed = order.isReducing() || actual.isAtMost(limit);
        return CheckResult.of(RiskCode.GROUP_EXPOSURE_TOO_LARGE, passed, actual, limit, order.currency());
    }
}
