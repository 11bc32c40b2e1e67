package io.millrace.core.risk;

import io.millrace.core.clock.Clock;

/**
 * The instrument's marks have come for long enough, none later than the oldest allowed age after the one before. Actual:
 * for how long they have.
 */
final class WarmedUp implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var warmUp = order.safeguards().warmUp();
        if (warmUp == null || !order.wantsOrder() || order.markPrice() == null) {
            return null;
        }
        long limit = warmUp.toNanos();
        long actual = order.decidedAtNanos() - steadySince(order, order.decidedAtNanos() - limit);
        return CheckResult.of(RiskCode.NOT_WARMED_UP, actual >= limit, Measure.NANOS_AS_MILLIS, actual, limit, "ms");
    }

    /** When the first mark after the latest gap was known; looks no farther back than it has to. */
    private static long steadySince(RiskCase order, long farEnough) {
        long longest = order.limits().maxPriceAge().toNanos();
        Clock since = order.mark();
        while (since.timeNanos() > farEnough) {
            var before = order.marks().latest(order.instrumentId(), since.timeNanos() - 1);
            if (before == null || before.mark() == null || since.markTimeNanos() - before.markTimeNanos() > longest) {
                break;
            }
            since = before;
        }
        return since.timeNanos();
    }
}
