package io.millrace.streams.portfolio;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What portfolio counts. */
final class PortfolioMeters {
    /** Counter, fills booked. */
    static final String FILLS = "portfolio.fills";
    /** Counter, equity points. */
    static final String EQUITY_POINTS = "portfolio.equity.points";
    /** Counter, reports that cannot be their order's next. */
    static final String REFUSED_REPORTS = "portfolio.reports.refused";
    /** Counter, marks at which an account is worth what cannot be counted. */
    static final String UNVALUED = "portfolio.marks.unvalued";

    private final Counter fills;
    private final Counter equityPoints;
    private final Counter refusedReports;
    private final Counter unvalued;

    PortfolioMeters(MeterRegistry meters) {
        fills = meters.counter(FILLS);
        equityPoints = meters.counter(EQUITY_POINTS);
        refusedReports = meters.counter(REFUSED_REPORTS);
        unvalued = meters.counter(UNVALUED);
    }

    void filled() {
        fills.increment();
    }

    void valued() {
        equityPoints.increment();
    }

    void unvalued() {
        unvalued.increment();
    }

    void refused() {
        refusedReports.increment();
    }
}
