package io.millrace.core.risk;

import io.millrace.core.order.TimeInForce;

/** An order that lives until a time (GTD) expires after the decision. Both in nanoseconds since the epoch. */
final class FutureExpiry implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.terms().timeInForce() != TimeInForce.GTD) {
            return null;
        }
        long expiry = order.terms().expireAtNanos();
        long now = order.decidedAtNanos();
        return CheckResult.of(RiskCode.EXPIRY_IN_PAST, expiry > now, Measure.COUNT, expiry, now, "ns");
    }
}
