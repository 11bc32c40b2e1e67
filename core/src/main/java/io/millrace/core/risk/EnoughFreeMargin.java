package io.millrace.core.risk;

/**
 * Equity covers the initial margin of all positions, with this order and all open orders filled. An order that can only
 * reduce its position passes.
 */
final class EnoughFreeMargin implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!Margin.isRequired(order) || order.markPrice() == null) {
            return null;
        }
        var actual = order.exposure().margin();
        boolean passed = order.isReducing() || actual.isAtMost(order.equity());
        return CheckResult.of(RiskCode.FREE_MARGIN_TOO_SMALL, passed, actual, order.equity(), order.currency());
    }
}
