package io.millrace.core.risk;

import java.math.BigDecimal;

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
    /** A check that does not apply or lacks what it needs. */
    static CheckResult unmeasured(RiskCode code, String unit) {
        return new CheckResult(code, true, "", "", unit);
    }

    /** A measured value that passes if it is at or below its limit. */
    static CheckResult atMost(RiskCode code, BigDecimal actual, BigDecimal limit, String unit) {
        return new CheckResult(code, actual.compareTo(limit) <= 0, text(actual), text(limit), unit);
    }

    static CheckResult of(RiskCode code, boolean passed, BigDecimal actual, BigDecimal limit, String unit) {
        return new CheckResult(code, passed, text(actual), text(limit), unit);
    }

    static CheckResult of(RiskCode code, boolean passed, String actual) {
        return new CheckResult(code, passed, actual, "", "");
    }

    /** Plain decimal text without trailing zeros. */
    static String text(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    @Override
    public String toString() {
        return code + " actual=" + actual + " limit=" + limit + " " + unit;
    }
}
