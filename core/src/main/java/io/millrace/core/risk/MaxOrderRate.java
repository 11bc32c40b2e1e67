package io.millrace.core.risk;

/** Not more orders than the limit are approved within 60 s of event time, this one included. Cancels are free. */
final class MaxOrderRate implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.limits() == null) {
            return CheckResult.unmeasured(RiskCode.ORDER_RATE_TOO_HIGH, "orders/min");
        }
        return CheckResult.atMost(
                RiskCode.ORDER_RATE_TOO_HIGH,
                Measure.COUNT,
                order.account().approvals().within(order.decidedAtNanos()) + 1L,
                order.limits().maxOrdersPerMinute(),
                "orders/min");
    }
}
