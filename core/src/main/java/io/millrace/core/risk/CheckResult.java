package io.millrace.core.risk;

/**
 * One check of a decision.
 *
 * @param code what was checked, named by its objection ({@code ORDER_NOTIONAL_TOO_LARGE})
 * @param passed whether it had no objection
 * @param actual the measured value, a decimal text, or empty if it could not be measured
 * @param limit the limit it was held against, a decimal text, or empty
 * @param unit of both ({@code USD}, {@code bps}, {@code orders/min}, {@code ms})
 */
public record CheckResult(RiskCode code, boolean passed, String actual, String limit, String unit) {
    @Override
    public String toString() {
        return code + " actual=" + actual + " limit=" + limit + " " + unit;
    }
}
