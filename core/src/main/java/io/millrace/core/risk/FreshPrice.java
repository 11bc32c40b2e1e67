package io.millrace.core.risk;

/**
 * The instrument has a price, and it is not older than its limit. Without a price it objects with nothing measured.
 */
final class FreshPrice implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!order.wantsOrder()) {
            return CheckResult.unmeasured(RiskCode.PRICE_STALE, "ms");
        }
        boolean limited = order.limits() != null;
        long limit = limited ? order.limits().maxPriceAge().toNanos() : 0;
        if (order.markPrice() == null) {
            return limited
                    ? CheckResult.limitOnly(RiskCode.PRICE_STALE, false, Measure.NANOS_AS_MILLIS, limit, "ms")
                    : new CheckResult(RiskCode.PRICE_STALE, false, "", "", "ms");
        }
        long age = order.decidedAtNanos() - order.mark().markTimeNanos();
        return limited
                ? CheckResult.atMost(RiskCode.PRICE_STALE, Measure.NANOS_AS_MILLIS, age, limit, "ms")
                : CheckResult.measured(RiskCode.PRICE_STALE, Measure.NANOS_AS_MILLIS, age, "ms");
    }
}
