package io.millrace.core.risk;

import java.math.BigDecimal;

/**
 * The instrument has a price, and it is not older than its limit. Without a price it objects with nothing measured.
 */
final class FreshPrice implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!order.isSubmit()) {
            return CheckResult.unmeasured(RiskCode.PRICE_STALE, "ms");
        }
        var limit = order.limits() == null
                ? null
                : millis(order.limits().maxPriceAge().toNanos());
        if (order.markPrice() == null) {
            return new CheckResult(RiskCode.PRICE_STALE, false, "", limit == null ? "" : CheckResult.text(limit), "ms");
        }
        var age = millis(order.decidedAtNanos() - order.mark().markTimeNanos());
        return limit == null
                ? new CheckResult(RiskCode.PRICE_STALE, true, CheckResult.text(age), "", "ms")
                : CheckResult.atMost(RiskCode.PRICE_STALE, age, limit, "ms");
    }

    private static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6);
    }
}
