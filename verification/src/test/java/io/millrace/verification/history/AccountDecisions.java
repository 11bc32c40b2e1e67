package io.millrace.verification.history;

import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.Ordering;
import io.millrace.core.portfolio.Account;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An account's decisions in the order of the log, each with the account as it stood. A decision in event time saw
 * everything before it, so the account is certain. One on arrival, and one that gave a clock up, saw everything up to
 * some moment between what an earlier decision saw and its own time; the log does not say which.
 */
final class AccountDecisions {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** One decision and the account before it. */
    final class Taken {
        private final Logged<RiskDecision> logged;
        private final boolean isCertain;

        private Taken(Logged<RiskDecision> logged, boolean isCertain) {
            this.logged = logged;
            this.isCertain = isCertain;
        }

        Logged<RiskDecision> logged() {
            return logged;
        }

        /** Whether the log says how the account stood. */
        boolean isCertain() {
            return isCertain;
        }

        /** What the order measures: of a certain decision as it was, else with everything up to its time. */
        Measures measures() {
            return measure(isCertain ? known : latest);
        }

        /** Whether the account can have stood so that this holds. */
        boolean canBe(Predicate<Measures> holds) {
            if (holds.test(measures())) {
                return true;
            }
            if (isCertain) {
                return false;
            }
            var walk = known.copy();
            long until = logged.value().decidedAtNanos();
            do {
                if (holds.test(measure(walk))) {
                    return true;
                }
            } while (walk.step(until));
            return false;
        }

        private Measures measure(Walk walk) {
            var book = walk.book().copy();
            book.at(logged.value().decidedAtNanos());
            return Measures.of(logged.value(), book, approvedBefore(logged.value()));
        }
    }

    interface Visitor {
        void visit(Taken taken);
    }

    private final List<Logged<RiskDecision>> decisions;
    private final List<Long> approvals = new ArrayList<>();
    private final Walk known;
    private final Walk latest;

    private AccountDecisions(List<Logged<RiskDecision>> decisions, History history) {
        this.decisions = decisions;
        var accountId = decisions.get(0).value().intent().accountId();
        var partition = decisions.get(0).at().partition();
        var marks = Marks.of(history, Topics.INTENTS, partition);
        known = new Walk(reports(history, accountId), marks, versions(history, accountId));
        latest = known.copy();
    }

    /** Visits every decision of every account. */
    static void visit(History history, Visitor visitor) {
        history.of(Topics.DECISIONS).stream()
                .collect(Collectors.groupingBy(
                        logged -> logged.value().intent().accountId(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(decisions -> new AccountDecisions(decisions, history).visit(visitor));
    }

    /** In the order in which an account takes them: of one time, a group's first order comes before the others of it. */
    static List<ExecutionReport> reports(History history, String accountId) {
        return history.of(Topics.EXECUTION_REPORTS).stream()
                .map(Logged::value)
                .filter(report -> report.accountId().equals(accountId))
                .sorted(Comparator.comparingLong(ExecutionReport::eventTimeNanos)
                        .thenComparing(report -> report.instrument().toString())
                        .thenComparing(ExecutionReport::intentId)
                        .thenComparing(report -> !report.orderId().equals(report.intentId()))
                        .thenComparing(ExecutionReport::orderId)
                        .thenComparingInt(ExecutionReport::reportNumber))
                .toList();
    }

    static List<Account> versions(History history, String accountId) {
        return history.of(Topics.ACCOUNTS).stream()
                .map(Logged::value)
                .filter(account -> account.accountId().equals(accountId))
                .toList();
    }

    private void visit(Visitor visitor) {
        for (var logged : decisions) {
            var decision = logged.value();
            boolean isCertain = decision.intent().ordering() == Ordering.EVENT_TIME && !decision.clockWaitExceeded();
            latest.to(decision.decidedAtNanos());
            if (isCertain) {
                known.to(decision.decidedAtNanos());
            }
            visitor.visit(new Taken(logged, isCertain));
            if (isAnOrder(decision)) {
                open(known, decision);
                open(latest, decision);
                approvals.add(decision.decidedAtNanos());
            }
        }
    }

    /** Whether an order follows that goes out as it is; one that an algorithm splits goes out in its children. */
    static boolean isAnOrder(RiskDecision decision) {
        return decision.approved()
                && decision.intent().action() == Action.SUBMIT
                && decision.intent().terms().algorithm() == null;
    }

    private static void open(Walk walk, RiskDecision decision) {
        var intent = decision.intent();
        walk.book()
                .open(
                        decision.orderId(),
                        intent.instrument(),
                        intent.terms().side(),
                        Exact.of(intent.terms().quantity().units()),
                        decision.mark() == null
                                ? null
                                : Exact.of(decision.mark().units()));
        walk.follow(intent.instrument(), decision.decidedAtNanos());
    }

    private int approvedBefore(RiskDecision decision) {
        long now = decision.decidedAtNanos();
        return (int) approvals.stream().filter(at -> at > now - MINUTE_NANOS).count();
    }
}
