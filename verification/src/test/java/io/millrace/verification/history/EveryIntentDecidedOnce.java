package io.millrace.verification.history;

import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Every intent in the topic has one decision, however often it was sent, and every decision is on such an intent, on
 * the child of an order that an algorithm splits, or risk's own to cancel an order that was approved.
 */
final class EveryIntentDecidedOnce implements Checker {
    @Override
    public String promise() {
        return "every intent is decided exactly once, and what is decided was wanted";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var intents = new LinkedHashMap<String, Logged<OrderIntent>>();
        history.of(Topics.INTENTS)
                .forEach(logged -> intents.putIfAbsent(logged.value().intentId(), logged));
        var own = children(history);
        own.addAll(cancels(history));
        var decisions = new HashMap<String, Logged<RiskDecision>>();
        for (var logged : history.of(Topics.DECISIONS)) {
            var decision = logged.value();
            var before = decisions.put(decision.intent().intentId(), logged);
            violations.unless(before == null, "an intent is decided twice", before, logged);
            var intent = intents.get(decision.intent().intentId());
            if (intent == null) {
                violations.unless(
                        own.contains(decision.intent().intentId()), "a decision on what nobody wanted", logged);
            } else {
                violations.unless(
                        isOf(decision.intent(), intent.value()), "decided is not what was wanted", intent, logged);
            }
            boolean objected = !decision.checks().stream().allMatch(CheckResult::passed);
            violations.unless(
                    decision.approved() != objected,
                    decision.approved() ? "approved against an objection" : "rejected without an objection",
                    logged);
        }
        intents.forEach((id, logged) -> violations.unless(
                decisions.containsKey(id) || !history.conditions().isThrough(), "an intent is never decided", logged));
        slices(history, violations);
        return violations.list();
    }

    /** The slices of an order that nobody stopped are decided to the last lot. */
    private static void slices(History history, Violations violations) {
        var open = new HashMap<String, Logged<RiskDecision>>();
        var decided = new HashMap<String, Long>();
        for (var logged : history.of(Topics.DECISIONS)) {
            var decision = logged.value();
            var intent = decision.intent();
            if (intent.parentOrderId() != null) {
                decided.merge(intent.parentOrderId(), intent.terms().quantity().units(), Long::sum);
            } else if (decision.approved()) {
                switch (intent.action()) {
                    case SUBMIT -> {
                        if (intent.terms().algorithm() != null) {
                            open.put(decision.orderId(), logged);
                        }
                    }
                    case CANCEL -> open.remove(decision.orderId());
                    case CANCEL_ALL, HALT ->
                        open.values()
                                .removeIf(order ->
                                        order.value().intent().accountId().equals(intent.accountId()));
                    case REPLACE, REDUCE, RESUME -> {
                        // Slices go on.
                    }
                }
            }
        }
        open.forEach((orderId, logged) -> {
            long quantity = logged.value().intent().terms().quantity().units();
            violations.unless(
                    decided.getOrDefault(orderId, 0L) == quantity
                            || !history.conditions().isThrough(),
                    "of " + quantity + " only slices of " + decided.getOrDefault(orderId, 0L) + " are decided",
                    logged);
        });
    }

    /** Of a sized intent risk makes the quantity, up to the one that is asked for; all else stays. */
    private static boolean isOf(OrderIntent decided, OrderIntent wanted) {
        if (wanted.sizing() == null || wanted.terms() == null || decided.terms() == null) {
            return decided.equals(wanted);
        }
        var quantity = wanted.terms().quantity();
        return decided.terms().quantity().compareTo(quantity) <= 0
                && decided.withTerms(decided.terms().withQuantity(quantity)).equals(wanted);
    }

    /** Risk's own cancels of orders that were approved before; none is in the topic. */
    private static Set<String> cancels(History history) {
        var approved = new HashSet<String>();
        history.of(Topics.APPROVED_ORDERS).stream()
                .map(Logged::value)
                .filter(order -> order.action() == Action.SUBMIT)
                .forEach(order -> approved.add(order.orderId()));
        var cancels = new HashSet<String>();
        for (var logged : history.of(Topics.DECISIONS)) {
            var intent = logged.value().intent();
            if (intent.strategyId().equals(OrderIntent.RISK)
                    && intent.action() == Action.CANCEL
                    && approved.contains(intent.cancelOrderId())) {
                cancels.add(OrderIds.canceledByRisk(intent.cancelOrderId(), intent.eventTimeNanos()));
            }
        }
        return cancels;
    }

    /** The intents that follow from orders that an algorithm splits: risk makes them itself, none is in the topic. */
    private static Set<String> children(History history) {
        var children = new HashSet<String>();
        for (var logged : history.of(Topics.DECISIONS)) {
            var terms = logged.value().intent().terms();
            if (logged.value().approved() && terms != null && terms.algorithm() != null) {
                for (int child = 1; child <= terms.algorithm().slices(); child++) {
                    children.add(OrderIds.child(logged.value().orderId(), child));
                }
            }
        }
        return children;
    }
}
