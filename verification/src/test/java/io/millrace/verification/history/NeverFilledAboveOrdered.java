package io.millrace.verification.history;

import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.VenueCommand;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** Fills add up: to what the reports say, to the order's quantity if it is filled, and never to more. */
final class NeverFilledAboveOrdered implements Checker {
    @Override
    public String promise() {
        return "filled <= ordered, and every report says how much the fills before it add up to";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var ordered = new HashMap<String, Logged<VenueCommand>>();
        history.of(Topics.VENUE_COMMANDS).stream()
                .filter(logged -> logged.value().action() == Action.SUBMIT)
                .forEach(logged -> ordered.putIfAbsent(logged.value().orderId(), logged));
        var filled = new HashMap<String, Long>();
        var replaced = new HashSet<String>();
        for (var logged : history.of(Topics.EXECUTION_REPORTS)) {
            var report = logged.value();
            long sum = filled.merge(report.orderId(), fill(report, logged, violations), Math::addExact);
            violations.unless(
                    sum == report.cumulativeQuantity().units(),
                    "the fills add up to " + sum + ", the report says "
                            + report.cumulativeQuantity().units(),
                    logged);
            violations.unless(
                    sum <= report.orderQuantity().units(),
                    "filled " + sum + " of " + report.orderQuantity().units(),
                    logged);
            violations.unless(
                    report.type() != ExecutionType.FILLED
                            || sum == report.orderQuantity().units(),
                    "filled, but only " + sum + " of " + report.orderQuantity().units(),
                    logged);
            var command = ordered.get(report.orderId());
            if (report.type() == ExecutionType.REPLACED) {
                replaced.add(report.orderId());
            }
            violations.unless(
                    command == null
                            || command.value().link() != null
                            || replaced.contains(report.orderId())
                            || quantityOf(command.value())
                                    == report.orderQuantity().units(),
                    "the venue speaks of another quantity than it was told",
                    command,
                    logged);
        }
        return violations.list();
    }

    private static long quantityOf(VenueCommand command) {
        return command.terms().quantity().units();
    }

    private static long fill(ExecutionReport report, Logged<ExecutionReport> logged, Violations violations) {
        if (!report.type().isFill()) {
            violations.unless(
                    report.lastQuantity().isZero()
                            && report.lastPrice() == null
                            && report.fee().units() == 0,
                    "a report that is no fill has quantity, price or fee",
                    logged);
            return 0;
        }
        violations.unless(report.lastQuantity().isPositive(), "a fill of nothing", logged);
        return report.lastQuantity().units();
    }
}
