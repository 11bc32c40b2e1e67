package io.millrace.core.risk;

/** The instrument's market is in a session, where it has a calendar. Actual: the calendar's name. */
final class WithinSession implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var calendar = order.rules().calendar();
        if (!order.wantsOrder() || calendar == null) {
            return null;
        }
        boolean open = calendar.sessionAt(order.decidedAtNanos()).isPresent();
        return CheckResult.named(RiskCode.OUTSIDE_SESSION, open, calendar.name());
    }
}
