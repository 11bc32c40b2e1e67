package io.millrace.verification.history;

import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.VenueCommand;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** venue.commands holds every approved order once, with the same terms, and nothing else. */
final class NoCommandWithoutApproval implements Checker {
    @Override
    public String promise() {
        return "no venue is told what was not approved, and every approval is told to a venue once";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var orders = new HashMap<String, Logged<ApprovedOrder>>();
        history.of(Topics.APPROVED_ORDERS).forEach(logged -> orders.put(key(logged.value()), logged));
        var commands = new HashMap<String, Logged<VenueCommand>>();
        for (var logged : history.of(Topics.VENUE_COMMANDS)) {
            var command = logged.value();
            var key = command.intentId() + " " + command.orderId();
            var before = commands.put(key, logged);
            violations.unless(before == null, "a venue is told twice", before, logged);
            var order = orders.get(key);
            if (order == null) {
                violations.add("a venue is told what was not approved", logged);
            } else {
                violations.unless(
                        follows(order.value(), command), "a venue is told otherwise than approved", order, logged);
            }
        }
        orders.forEach((key, logged) ->
                violations.unless(commands.containsKey(key), "no venue is told of an approved order", logged));
        return violations.list();
    }

    private static String key(ApprovedOrder order) {
        return order.intentId() + " " + order.orderId();
    }

    private static boolean follows(ApprovedOrder order, VenueCommand command) {
        return command.action() == order.action()
                && command.accountId().equals(order.accountId())
                && command.strategyId().equals(order.strategyId())
                && command.instrument().equals(order.instrument())
                && Objects.equals(command.terms(), order.terms())
                && Objects.equals(command.link(), order.link())
                && command.ordering() == order.ordering()
                && command.decidedAtNanos() == order.decidedAtNanos();
    }
}
