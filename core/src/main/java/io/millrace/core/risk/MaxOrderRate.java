package io.millrace.core.risk;

import java.math.BigDecimal;

/** Not more orders than the limit are approved within 60 s of event time, this one included. Cancels are free. */
final class MaxOrderRate implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.limits() == null) {
            return CheckResult.unmeasured(RiskCode.ORDER_RATE_TOO_HIGH, "orders/min");
        }
        return CheckResult.atMost(
                RiskCode.ORDER_RATE_TOO_HIGH,
                BigDecimal.valueOf(order.account().approvedWithin(order.decidedAtNanos()) + 1L),
                BigDecimal.valueOf(order.limits().maxOrdersPerMinute()),
                "orders/min");
    }
}
