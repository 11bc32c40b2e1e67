package io.millrace.core.risk;

import io.millrace.core.clock.Moment;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;

/** What waits for an account in risk: an intent or a report; the other is null. */
public record RiskEvent(OrderIntent intent, ExecutionReport report) {
    public static RiskEvent of(OrderIntent intent) {
        return new RiskEvent(intent, null);
    }

    public static RiskEvent of(ExecutionReport report) {
        return new RiskEvent(null, report);
    }

    public String accountId() {
        return intent != null ? intent.accountId() : report.accountId();
    }

    /** When it is to be taken. */
    public Moment moment() {
        return intent != null ? Moment.of(intent) : Moment.of(report);
    }
}
