package io.millrace.verification.history;

import io.millrace.core.market.Instrument;
import io.millrace.core.order.Action;
import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.TradingMode;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.AccountDecisions.Taken;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every approved order was within the limits of the policy version that its decision names, when it was approved: the
 * account is added up anew from the log up to there, all strategies and people together, open orders counted as filled.
 */
final class LimitsNeverExceeded implements Checker {
    /**
     * A limit of an order.
     *
     * @param spares orders that can only reduce pass whatever they leave
     */
    private record Limit(String name, boolean spares, Predicate<Measures> holds) {
        boolean holdsFor(Measures measures) {
            return (spares && measures.isReducing()) || holds.test(measures);
        }
    }

    @Override
    public String promise() {
        return "no order was approved that could bring its account beyond a limit";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        AccountDecisions.visit(history, taken -> {
            var decision = taken.logged().value();
            if (decision.approved() && decision.intent().action() == Action.SUBMIT) {
                check(history, taken, violations);
            }
        });
        commanded(history, violations);
        return violations.list();
    }

    /** From a halt on nothing is approved, from a reduce on only what reduces, until the account is resumed. */
    private static void commanded(History history, Violations violations) {
        var commands = new HashMap<String, Logged<RiskDecision>>();
        for (var logged : history.of(Topics.DECISIONS)) {
            var decision = logged.value();
            var account = decision.intent().accountId();
            if (!decision.approved()) {
                continue;
            }
            switch (decision.intent().action()) {
                case HALT, REDUCE -> commands.put(account, logged);
                case RESUME -> commands.remove(account);
                case SUBMIT -> {
                    var command = commands.get(account);
                    var least = command == null
                            ? TradingMode.AGGRESSIVE
                            : command.value().intent().action() == Action.HALT
                                    ? TradingMode.HALTED
                                    : TradingMode.REDUCING;
                    violations.unless(
                            decision.mode() != null && decision.mode().compareTo(least) >= 0,
                            "approved in mode " + decision.mode() + " though the account was commanded otherwise",
                            command,
                            logged);
                }
                case CANCEL, REPLACE, CANCEL_ALL -> {
                    // These open nothing.
                }
            }
        }
    }

    private static void check(History history, Taken taken, Violations violations) {
        var decision = taken.logged().value();
        var policy = history.of(Topics.POLICIES).stream()
                .map(Logged::value)
                .filter(version ->
                        version.policyId().equals(decision.policyId()) && version.version() == decision.policyVersion())
                .findFirst();
        if (policy.isEmpty() || policy.get().effectiveFromNanos() > decision.decidedAtNanos()) {
            violations.add("approved under a policy that was not in force", taken.logged(), policy.orElse(null));
        } else if (decision.mode().compareTo(policy.get().mode()) < 0) {
            violations.add("approved in a mode that the policy does not allow", taken.logged(), policy.get());
        } else if (decision.mark() == null) {
            violations.add("approved without a price", taken.logged());
        } else {
            var limits = limits(policy.get(), decision.mode());
            for (var limit : limits(decision, limits)) {
                violations.unless(
                        taken.canBe(limit::holdsFor),
                        "beyond " + limit.name() + ": " + taken.measures(),
                        taken.logged(),
                        policy.get());
            }
            shape(history, decision, taken, violations);
            long age = decision.decidedAtNanos() - decision.markTimeNanos();
            violations.unless(age <= limits.maxPriceAge().toNanos(), "approved on an old price", taken.logged());
        }
    }

    private static List<Limit> limits(RiskDecision decision, Limits limits) {
        var all = new ArrayList<Limit>();
        boolean reduces = decision.intent().terms().reduceOnly() || decision.mode() == TradingMode.REDUCING;
        all.add(new Limit("the mode", false, m -> decision.mode() != TradingMode.HALTED));
        all.add(new Limit("what reduces", false, m -> !reduces || m.isReducing()));
        all.add(new Limit(
                "maxOrderNotional",
                false,
                m -> isAtMost(m.notional(), limits.maxOrderNotional().units())));
        all.add(new Limit(
                "maxPositionNotional",
                true,
                m -> isAtMost(m.position(), limits.maxPositionNotional().units())));
        all.add(new Limit(
                "maxGrossExposure",
                true,
                m -> isAtMost(m.gross(), limits.maxGrossExposure().units())));
        all.add(new Limit(
                "maxLeverageBps",
                true,
                m -> m.equity().signum() > 0 && !Exact.isAboveBps(m.gross(), m.equity(), limits.maxLeverageBps())));
        all.add(new Limit(
                "maxDailyLoss",
                true,
                m -> isAtMost(m.lostToday(), limits.maxDailyLoss().units())));
        all.add(new Limit(
                "maxDrawdownBps",
                true,
                m -> m.peak().signum() <= 0
                        || !Exact.isAboveBps(m.peak().subtract(m.equity()), m.peak(), limits.maxDrawdownBps())));
        all.add(new Limit("maxOrdersPerMinute", false, m -> m.approvedWithinMinute() <= limits.maxOrdersPerMinute()));
        return all;
    }

    private static void shape(History history, RiskDecision decision, Taken taken, Violations violations) {
        var rules = history.of(Topics.INSTRUMENTS).stream()
                .map(Logged::value)
                .filter(version -> version.id().equals(decision.intent().instrument())
                        && version.effectiveFromNanos() <= decision.decidedAtNanos())
                .toList();
        violations.unless(
                rules.stream().anyMatch(version -> fits(decision, version)),
                "the order's shape is not one that its instrument allows",
                taken.logged(),
                rules);
    }

    private static boolean fits(RiskDecision decision, Instrument rules) {
        var terms = decision.intent().terms();
        long quantity = terms.quantity().units();
        return quantity > 0
                && quantity >= rules.minQuantity().units()
                && quantity <= rules.maxQuantity().units()
                && (rules.lotSize().units() == 0 || quantity % rules.lotSize().units() == 0)
                && (terms.limitPrice() == null
                        || rules.tickSize().units() == 0
                        || terms.limitPrice().units() % rules.tickSize().units() == 0);
    }

    private static Limits limits(Policy policy, TradingMode mode) {
        return switch (mode) {
            case AGGRESSIVE -> policy.aggressive();
            case NORMAL -> policy.normal();
            case DEFENSIVE, REDUCING, HALTED -> policy.defensive();
        };
    }

    private static boolean isAtMost(BigInteger actual, long limit) {
        return actual.compareTo(Exact.of(limit)) <= 0;
    }
}
