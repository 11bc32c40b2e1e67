package io.millrace.core.risk;

/**
 * An account that reduces takes only orders that bring a position nearer to zero. Actual: what would be traded,
 * limit: what there is to close.
 */
final class OnlyReducing implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.mode() == null || order.mode().mode() != TradingMode.REDUCING) {
            return CheckResult.unmeasured(RiskCode.REDUCING_ONLY, order.quantityUnit());
        }
        return Closing.atMostThePosition(RiskCode.REDUCING_ONLY, order);
    }
}
