package io.millrace.verification.history;

import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIds;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topics;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The orders that the gateway shows stand as the topics say, as far as it shows them: it keeps the latest. */
final class GatewayShowsTopics implements Checker {
    private static final Set<String> FINAL = Set.of("FILLED", "CANCELED", "REJECTED_BY_VENUE", "EXPIRED");
    /** What moves an order as people see it; the rest changes its terms, or nothing. */
    private static final Set<ExecutionType> SHOWN = EnumSet.of(
            ExecutionType.ACCEPTED,
            ExecutionType.PARTIALLY_FILLED,
            ExecutionType.FILLED,
            ExecutionType.CANCELED,
            ExecutionType.REJECTED,
            ExecutionType.EXPIRED);

    @Override
    public String promise() {
        return "an order that the gateway shows has the state and the fills that the topics say";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        history.orders().ifPresent(orders -> {
            var decisions = new HashMap<String, Logged<RiskDecision>>();
            history.of(Topics.DECISIONS).stream()
                    .filter(logged -> logged.value().intent().action() == Action.SUBMIT)
                    .forEach(logged -> {
                        var intent = logged.value().intent();
                        decisions.put(intent.intentId(), logged);
                        for (int leg = 1; leg <= intent.attached().size(); leg++) {
                            decisions.put(OrderIds.leg(intent.intentId(), leg), logged);
                        }
                    });
            var reports = history.of(Topics.EXECUTION_REPORTS).stream()
                    .map(Logged::value)
                    .sorted(Comparator.comparingInt(ExecutionReport::reportNumber))
                    .collect(Collectors.groupingBy(ExecutionReport::orderId));
            orders.forEach(order -> {
                var decision = decisions.get(order.orderId());
                if (isSplit(decision)) {
                    compareSplit(order, decision, decisions.values(), reports, violations);
                } else {
                    compare(order, decision, reports, violations);
                }
            });
        });
        return violations.list();
    }

    private static boolean isSplit(Logged<RiskDecision> decision) {
        return decision != null
                && decision.value().approved()
                && decision.value().intent().terms().algorithm() != null;
    }

    /** An order that an algorithm splits has no reports of its own: what its slices filled is filled. */
    private static void compareSplit(
            OrderShown order,
            Logged<RiskDecision> decision,
            Collection<Logged<RiskDecision>> decisions,
            Map<String, List<ExecutionReport>> reports,
            Violations violations) {
        var filled = decisions.stream()
                .map(logged -> logged.value().intent())
                .filter(intent -> order.orderId().equals(intent.parentOrderId()))
                .map(slice -> filled(reports.getOrDefault(slice.intentId(), List.of())))
                .reduce(Quantity.ZERO, Quantity::plus);
        violations.unless(
                order.filledQuantity().equals(filled.toString()),
                "the gateway says " + order.filledQuantity() + " is filled, the slices say " + filled,
                order,
                decision);
        boolean whole = filled.equals(decision.value().intent().terms().quantity());
        violations.unless(
                order.status().equals("FILLED") == whole,
                "the gateway says " + order.status() + " and the slices filled " + filled,
                order,
                decision);
    }

    private static Quantity filled(List<ExecutionReport> reports) {
        return reports.isEmpty()
                ? Quantity.ZERO
                : reports.get(reports.size() - 1).cumulativeQuantity();
    }

    private static void compare(
            OrderShown order,
            Logged<RiskDecision> decision,
            Map<String, List<ExecutionReport>> reports,
            Violations violations) {
        var ofOrder = reports.getOrDefault(order.orderId(), List.of());
        var status = status(decision, ofOrder);
        violations.unless(
                order.status().equals(status),
                "the gateway says " + order.status() + ", the topics say " + status,
                order,
                decision);
        var filled = filled(ofOrder).toString();
        violations.unless(
                order.filledQuantity().equals(filled),
                "the gateway says " + order.filledQuantity() + " is filled, the topics say " + filled,
                order);
    }

    private static String status(Logged<RiskDecision> decision, List<ExecutionReport> reports) {
        if (decision == null) {
            return "SUBMITTED";
        }
        if (!decision.value().approved()) {
            return "REJECTED_BY_RISK";
        }
        var status = "APPROVED";
        for (var report : reports) {
            if (!FINAL.contains(status) && SHOWN.contains(report.type())) {
                status = report.type() == ExecutionType.REJECTED
                        ? "REJECTED_BY_VENUE"
                        : report.type().name();
            }
        }
        return status;
    }
}
