package io.millrace.gateway.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a request was refused: RFC 9457 with the members {@code code, actual, limit}.
 *
 * @param status HTTP status
 * @param code stable, for machines ({@code UNKNOWN_ACCOUNT}); type and title follow from it
 * @param detail for people
 * @param actual what was found, empty if nothing was
 * @param limit what is asked for, empty if there is no such thing
 * @param errors all that is wrong, if it is more than one thing
 * @param headers of the answer ({@code Retry-After})
 */
public record Problem(
        int status,
        String code,
        String detail,
        String actual,
        String limit,
        List<Violation> errors,
        Map<String, String> headers) {

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, "", "", List.of(), Map.of());
    }

    /** The first violation speaks for all of them. */
    public static Problem of(int status, List<Violation> violations) {
        var first = violations.get(0);
        var several = violations.size() > 1;
        var detail = several ? first.detail() + " (and " + (violations.size() - 1) + " more)" : first.detail();
        return new Problem(
                status,
                first.code(),
                detail,
                first.actual(),
                first.limit(),
                several ? List.copyOf(violations) : List.of(),
                Map.of());
    }

    /** Something this process needs is away; the same request may succeed later. */
    public static Problem unavailable(String code, String detail) {
        return of(503, code, detail).withHeader("Retry-After", "2");
    }

    public Problem withValues(Object found, Object wanted) {
        return new Problem(status, code, detail, found.toString(), wanted.toString(), errors, headers);
    }

    /** Replaces all headers. */
    public Problem withHeader(String name, String value) {
        return new Problem(status, code, detail, actual, limit, errors, Map.of(name, value));
    }

    /** {@code urn:millrace:problem:unknown-account}. */
    public String type() {
        return "urn:millrace:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code Unknown account}. */
    public String title() {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
