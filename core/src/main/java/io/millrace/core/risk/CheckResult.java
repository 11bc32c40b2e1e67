package io.millrace.core.risk;

import io.millrace.core.money.Money;
import io.millrace.core.money.WideMoney;
import java.util.Objects;

/**
 * One check of a decision: what was measured and the limit it was held against. Numbers stay numbers; their texts are
 * made when they are asked for. Two results are equal if they read the same.
 */
public final class CheckResult {
    private final RiskCode code;
    private final boolean passed;
    private final String unit;
    private final Measure measure;
    private final WideMoney actual;
    private final long whole;
    private final long limit;
    private final String actualText;
    private final String limitText;

    /**
     * A result as it reads.
     *
     * @param code what was checked, named by its objection ({@code ORDER_NOTIONAL_TOO_LARGE})
     * @param passed whether it had no objection
     * @param actual the measured value, a decimal text, or empty if it could not be measured
     * @param limit the limit it was held against, a decimal text, or empty
     * @param unit of both ({@code USD}, {@code bps}, {@code orders/min}, {@code ms})
     */
    public CheckResult(RiskCode code, boolean passed, String actual, String limit, String unit) {
        this(code, passed, unit, null, null, 0, 0, actual, limit);
    }

    private CheckResult(
            RiskCode code,
            boolean passed,
            String unit,
            Measure measure,
            WideMoney actual,
            long whole,
            long limit,
            String actualText,
            String limitText) {
        this.code = code;
        this.passed = passed;
        this.unit = unit;
        this.measure = measure;
        this.actual = actual;
        this.whole = whole;
        this.limit = limit;
        this.actualText = actualText;
        this.limitText = limitText;
    }

    /** A check that does not apply or lacks what it needs. */
    static CheckResult unmeasured(RiskCode code, String unit) {
        return new CheckResult(code, true, "", "", unit);
    }

    /** Something that has a name instead of a size. */
    static CheckResult named(RiskCode code, boolean passed, String actual) {
        return new CheckResult(code, passed, actual, "", "");
    }

    /** A limit without a measured value. */
    static CheckResult limitOnly(RiskCode code, boolean passed, Measure measure, long limit, String unit) {
        return new CheckResult(code, passed, unit, measure, null, 0, limit, "", null);
    }

    /** A measured value without a limit. */
    static CheckResult measured(RiskCode code, Measure measure, long actual, String unit) {
        return new CheckResult(code, true, unit, measure, WideMoney.of(actual), 0, 0, null, "");
    }

    static CheckResult of(RiskCode code, boolean passed, Measure measure, long actual, long limit, String unit) {
        return new CheckResult(code, passed, unit, measure, WideMoney.of(actual), 0, limit, null, null);
    }

    static CheckResult of(RiskCode code, boolean passed, WideMoney actual, Money limit, String unit) {
        return new CheckResult(code, passed, unit, Measure.UNITS, actual, 0, limit.units(), null, null);
    }

    /** A measured value that passes if it is at or below its limit. */
    static CheckResult atMost(RiskCode code, Measure measure, long actual, long limit, String unit) {
        return of(code, actual <= limit, measure, actual, limit, unit);
    }

    /** part / whole in basis points, held against a limit in basis points. */
    static CheckResult bps(RiskCode code, boolean passed, WideMoney part, long whole, long limitBps) {
        return new CheckResult(code, passed, "bps", Measure.BPS, part, whole, limitBps, null, null);
    }

    public RiskCode code() {
        return code;
    }

    public boolean passed() {
        return passed;
    }

    /** The measured value, plain decimal text without trailing zeros; empty if it could not be measured. */
    public String actual() {
        return actualText != null ? actualText : measure.text(actual, whole);
    }

    /** The limit, as {@link #actual}; may be empty. */
    public String limit() {
        return limitText != null ? limitText : measure.limitText(limit);
    }

    public String unit() {
        return unit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CheckResult that
                && code == that.code
                && passed == that.passed
                && unit.equals(that.unit)
                && actual().equals(that.actual())
                && limit().equals(that.limit());
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, passed, actual(), limit(), unit);
    }

    @Override
    public String toString() {
        return code + " actual=" + actual() + " limit=" + limit() + " " + unit;
    }
}
