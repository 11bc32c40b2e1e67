package io.millrace.verification.history;

import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.schemas.Topics;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reports on an order are numbered 1, 2, 3 … in the order in which they lie, and each may follow the one before. */
final class OrdersFollowTheirStates implements Checker {
    private static final Set<ExecutionType> FIRST = EnumSet.allOf(ExecutionType.class);
    private static final Set<ExecutionType> WHILE_OPEN = EnumSet.of(
            ExecutionType.REPLACED,
            ExecutionType.PARTIALLY_FILLED,
            ExecutionType.FILLED,
            ExecutionType.CANCELED,
            ExecutionType.EXPIRED);
    private static final Set<ExecutionType> BEFORE_TRIGGER = EnumSet.of(
            ExecutionType.TRIGGERED,
            ExecutionType.REPLACED,
            ExecutionType.PARTIALLY_FILLED,
            ExecutionType.FILLED,
            ExecutionType.CANCELED,
            ExecutionType.EXPIRED);
    private static final Map<ExecutionType, Set<ExecutionType>> NEXT = Map.of(
            ExecutionType.ACCEPTED, BEFORE_TRIGGER,
            ExecutionType.TRIGGERED, WHILE_OPEN,
            ExecutionType.PARTIALLY_FILLED, WHILE_OPEN,
            ExecutionType.FILLED, Set.of(),
            ExecutionType.CANCELED, Set.of(),
            ExecutionType.REJECTED, Set.of(),
            ExecutionType.EXPIRED, Set.of());

    @Override
    public String promise() {
        return "an order's reports have the numbers 1, 2, 3 … and are a way through its states";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        history.of(Topics.EXECUTION_REPORTS).stream()
                .collect(Collectors.groupingBy(logged -> logged.value().orderId(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(reports -> follow(reports, violations));
        return violations.list();
    }

    private static void follow(List<Logged<ExecutionReport>> reports, Violations violations) {
        Logged<ExecutionReport> state = null;
        Logged<ExecutionReport> before = null;
        for (int i = 0; i < reports.size(); i++) {
            var logged = reports.get(i);
            var report = logged.value();
            violations.unless(
                    report.reportNumber() == i + 1,
                    "report " + report.reportNumber() + " where " + (i + 1) + " is next",
                    before,
                    logged);
            violations.unless(
                    before == null || report.eventTimeNanos() >= before.value().eventTimeNanos(),
                    "a report goes back in time",
                    before,
                    logged);
            if (!report.type().refusesChange() && !isRefusedCancel(state, report)) {
                var allowed = state == null ? FIRST : NEXT.get(state.value().type());
                violations.unless(
                        allowed.contains(report.type()),
                        report.type() + " cannot follow on "
                                + (state == null ? "nothing" : state.value().type()),
                        state,
                        logged);
                state = report.type() == ExecutionType.REPLACED ? state : logged;
            }
            before = logged;
        }
    }

    /** The first releases refused a cancel that came too late with a rejection; the order stays as it is. */
    private static boolean isRefusedCancel(Logged<ExecutionReport> state, ExecutionReport report) {
        return state != null
                && state.value().type().isFinal()
                && report.type() == ExecutionType.REJECTED
                && report.reason().startsWith("UNKNOWN_ORDER");
    }
}
