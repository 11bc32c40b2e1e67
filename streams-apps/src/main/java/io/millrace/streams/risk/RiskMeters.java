package io.millrace.streams.risk;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.core.risk.RiskDecision;

/** What risk counts. */
final class RiskMeters {
    /** Counter, decisions; tags verdict (approved, rejected), reason (first objection's code, or none). */
    static final String DECISIONS = "risk.decisions";
    /** Counter, decisions taken without a clock that stayed away. */
    static final String CLOCK_WAIT_EXCEEDED = "risk.clock.wait.exceeded";
    /** Counter, intents that came again and were dropped. */
    static final String DUPLICATES = "risk.duplicates.dropped";
    /** Counter, reports that cannot be their order's next. */
    static final String REFUSED_REPORTS = "risk.reports.refused";
    /** Counter, marks at which an account is worth what cannot be counted. */
    static final String UNVALUED = "risk.marks.unvalued";

    private final MeterRegistry meters;

    RiskMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void decided(RiskDecision decision) {
        var objections = decision.objections();
        meters.counter(
                        DECISIONS,
                        "verdict",
                        decision.approved() ? "approved" : "rejected",
                        "reason",
                        objections.isEmpty() ? "none" : objections.get(0).code().name())
                .increment();
        if (decision.clockWaitExceeded()) {
            meters.counter(CLOCK_WAIT_EXCEEDED).increment();
        }
    }

    void duplicate() {
        meters.counter(DUPLICATES).increment();
    }

    void unvalued() {
        meters.counter(UNVALUED).increment();
    }

    void refused() {
        meters.counter(REFUSED_REPORTS).increment();
    }
}
