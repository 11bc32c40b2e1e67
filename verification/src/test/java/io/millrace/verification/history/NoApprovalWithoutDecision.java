package io.millrace.verification.history;

import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * orders.approved holds what the decisions say follows from them, once each and nothing else: of an order or a group one
 * approval per order, of a command to an account the cancels of its orders. An order that an algorithm splits goes out
 * in its children.
 */
final class NoApprovalWithoutDecision implements Checker {
    /** An order that follows from a decision. */
    private record Following(String intentId, String orderId) {}

    @Override
    public String promise() {
        return "no approved order without its decision, no approving decision without its order";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var decisions = new HashMap<String, Logged<RiskDecision>>();
        history.of(Topics.DECISIONS)
                .forEach(logged -> decisions.put(logged.value().intent().intentId(), logged));
        var split = split(history);
        var orders = new HashMap<Following, Logged<ApprovedOrder>>();
        for (var logged : history.of(Topics.APPROVED_ORDERS)) {
            var order = logged.value();
            var before = orders.put(new Following(order.intentId(), order.orderId()), logged);
            violations.unless(before == null, "an approval comes twice", before, logged);
            var decision = decisions.get(order.intentId());
            if (decision == null || !decision.value().approved()) {
                violations.add("an order is approved without a decision that says so", logged, decision);
            } else {
                violations.unless(
                        follows(decision.value(), order, split), "the order is not the decided one", decision, logged);
            }
        }
        for (var logged : decisions.values()) {
            for (var following : following(logged.value(), split)) {
                violations.unless(orders.containsKey(following), "an approval is missing: " + following, logged);
            }
        }
        return violations.list();
    }

    /** The orders that an algorithm splits. */
    private static Set<String> split(History history) {
        return history.of(Topics.DECISIONS).stream()
                .map(Logged::value)
                .filter(decision -> decision.approved()
                        && decision.intent().action() == Action.SUBMIT
                        && decision.intent().terms().algorithm() != null)
                .map(RiskDecision::orderId)
                .collect(Collectors.toSet());
    }

    /** The orders that must follow; what a command to an account cancels is not said in its decision. */
    private static List<Following> following(RiskDecision decision, Set<String> split) {
        var intent = decision.intent();
        var all = new ArrayList<Following>();
        if (!decision.approved() || !isOfOneOrder(decision, split)) {
            return all;
        }
        all.add(new Following(intent.intentId(), decision.orderId()));
        for (int leg = 1; leg <= intent.attached().size(); leg++) {
            all.add(new Following(intent.intentId(), OrderIds.leg(intent.intentId(), leg)));
        }
        return all;
    }

    private static boolean follows(RiskDecision decision, ApprovedOrder order, Set<String> split) {
        var intent = decision.intent();
        return order.accountId().equals(intent.accountId())
                && order.decidedAtNanos() == decision.decidedAtNanos()
                && order.ordering() == intent.ordering()
                && (isOfOneOrder(decision, split) ? isTheOrder(decision, order) : order.action() == Action.CANCEL);
    }

    private static boolean isOfOneOrder(RiskDecision decision, Set<String> split) {
        return decision.intent().action().concernsOneOrder() && !split.contains(decision.orderId());
    }

    private static boolean isTheOrder(RiskDecision decision, ApprovedOrder order) {
        var intent = decision.intent();
        return order.action() == intent.action()
                && order.strategyId().equals(intent.strategyId())
                && order.instrument().equals(intent.instrument())
                && Objects.equals(order.terms(), terms(decision, order.orderId()));
    }

    private static OrderTerms terms(RiskDecision decision, String orderId) {
        var intent = decision.intent();
        for (int leg = 1; leg <= intent.attached().size(); leg++) {
            if (orderId.equals(OrderIds.leg(intent.intentId(), leg))) {
                return intent.attached().get(leg - 1);
            }
        }
        return orderId.equals(decision.orderId()) ? intent.terms() : null;
    }
}
