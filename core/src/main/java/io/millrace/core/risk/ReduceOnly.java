package io.millrace.core.risk;

/**
 * An order that may only reduce brings the position nearer to zero, even if the open orders of its side are filled
 * first. Actual: what would be traded, limit: what there is to close.
 */
final class ReduceOnly implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || !order.terms().reduceOnly()) {
            return CheckResult.unmeasured(RiskCode.REDUCE_ONLY_WOULD_INCREASE, order.quantityUnit());
        }
        return Closing.atMostThePosition(RiskCode.REDUCE_ONLY_WOULD_INCREASE, order);
    }
}
