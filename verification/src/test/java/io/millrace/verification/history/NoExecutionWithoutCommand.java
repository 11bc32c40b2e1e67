package io.millrace.verification.history;

import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.VenueCommand;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** Reports are on orders that the venue was told of, after it was told; every such order is answered. */
final class NoExecutionWithoutCommand implements Checker {
    @Override
    public String promise() {
        return "no execution without a command, and every command that submits an order is answered";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var submitted = new HashMap<String, Logged<VenueCommand>>();
        history.of(Topics.VENUE_COMMANDS).stream()
                .filter(logged -> logged.value().action() == Action.SUBMIT)
                .forEach(logged -> submitted.putIfAbsent(logged.value().orderId(), logged));
        var answered = new HashSet<String>();
        for (var logged : history.of(Topics.EXECUTION_REPORTS)) {
            var report = logged.value();
            answered.add(report.orderId());
            var command = submitted.get(report.orderId());
            if (command == null) {
                violations.add("an execution of an order that no venue was told of", logged);
            } else {
                violations.unless(
                        isOn(report, command.value()), "an execution of another order than was told", command, logged);
                violations.unless(
                        report.eventTimeNanos() > command.value().decidedAtNanos(),
                        "an execution before the order was decided",
                        command,
                        logged);
            }
        }
        submitted.forEach((id, logged) -> violations.unless(
                answered.contains(id)
                        || waits(logged.value())
                        || !history.conditions().isThrough(),
                "the venue never answered",
                logged));
        return violations.list();
    }

    /** The venue holds it until another order fills, and may say nothing until then. */
    private static boolean waits(VenueCommand command) {
        return command.link() != null && command.link().parentOrderId() != null;
    }

    private static boolean isOn(ExecutionReport report, VenueCommand command) {
        return report.accountId().equals(command.accountId())
                && report.strategyId().equals(command.strategyId())
                && report.instrument().equals(command.instrument())
                && report.side() == command.terms().side();
    }
}
