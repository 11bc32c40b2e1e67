package io.millrace.core.risk;

import io.millrace.core.clock.MarkLog;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.WideMoney;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.PriceReach;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.AccountBook;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The decision on all orders of an intent as one: an objection to one of them is an objection to all.
 *
 * <p>Every order is held against the account as it will be when the order acts. Of orders that cancel each other only one
 * is filled: each is held against the account as it is. Orders that wait for the first one to fill are held against the
 * account with that one filled, at the price that risk values it at; those of them that do not exclude each other also
 * against the ones before.
 */
final class GroupDecision {
    /** The family of objections to an order's own shape. */
    private static final int SHAPE = 2;

    private static final Money MOST = new Money(Long.MAX_VALUE);

    private final OrderIntent intent;
    private final Rules rules;
    private final MarkLog marks;
    private final long now;
    private final boolean clockWaitExceeded;

    private GroupDecision(OrderIntent intent, Rules rules, MarkLog marks, long now, boolean clockWaitExceeded) {
        this.intent = intent;
        this.rules = rules;
        this.marks = marks;
        this.now = now;
        this.clockWaitExceeded = clockWaitExceeded;
    }

    /** As {@link RiskEngine#decide}. */
    static RiskDecision of(
            OrderIntent intent,
            RiskAccount account,
            Rules rules,
            MarkLog marks,
            long decidedAtNanos,
            boolean clockWaitExceeded) {
        return new GroupDecision(intent, rules, marks, decidedAtNanos, clockWaitExceeded).decide(account);
    }

    private RiskDecision decide(RiskAccount account) {
        var first = sized(decide(intent, account));
        if (intent.attached().isEmpty() || intent.contingency() == null) {
            return first;
        }
        boolean waits = intent.contingency() != Contingency.OCO;
        var legs = new ArrayList<RiskDecision>();
        var then = waits && first.approved() ? filled(account, first) : account;
        for (int leg = 1; leg <= intent.attached().size(); leg++) {
            then = then.approved(now);
            var decision = decide(first.intent().alone(first.intent().attached().get(leg - 1)), then);
            legs.add(decision);
            if (intent.contingency() == Contingency.OTO && first.approved()) {
                then = then.with(then.book().open(first.orders().get(leg), first.mark()));
            }
        }
        // Without the first order there is no account with it filled: then only the shapes of the others can be judged.
        return together(first, legs, waits && !first.approved());
    }

    /** No order of a group is larger than risk has made the first one. */
    private static RiskDecision sized(RiskDecision first) {
        var intent = first.intent();
        if (intent.sizing() == null || intent.attached().isEmpty()) {
            return first;
        }
        var most = intent.terms().quantity();
        return with(
                first,
                intent.withAttached(intent.attached().stream()
                        .map(terms -> terms.withQuantity(terms.quantity().min(most)))
                        .toList()),
                first.checks());
    }

    private RiskDecision decide(OrderIntent single, RiskAccount account) {
        return RiskEngine.decide(single, account, rules, marks, now, clockWaitExceeded);
    }

    /** The account after the first order was filled at the price that costs it most, and has paid the fee. */
    private RiskAccount filled(RiskAccount account, RiskDecision first) {
        var order = first.order();
        var price = costliest(first);
        if (price == null) {
            return account;
        }
        var quantity = order.terms().quantity();
        var fee = Hold.fee(rules.instrument(), quantity.units(), WideMoney.notional(quantity.units(), price));
        var fill = new ExecutionReport(
                order.orderId(),
                order.intentId(),
                1,
                ExecutionType.FILLED,
                order.accountId(),
                order.strategyId(),
                order.instrument(),
                order.terms().side(),
                quantity,
                quantity,
                price,
                quantity,
                fee.isAtMost(MOST) ? new Money(fee.low()) : MOST,
                0,
                now,
                "");
        var opened = account.with(account.book().open(order, first.mark()));
        return opened.book().apply(fill) instanceof AccountBook.Taken taken
                ? opened.filled(fill, taken.book())
                : account;
    }

    /** As it is held: a buy without a limit with the reserve, rounded up. */
    private Price costliest(RiskDecision first) {
        var terms = first.order().terms();
        var price = PriceReach.worst(terms, first.mark());
        boolean reserves =
                price != null && terms.side() == Side.BUY && !terms.type().hasLimit();
        long reserve =
                reserves ? rules.policy().limits(first.mode()).safeguards().reserveBps() : 0;
        return reserve == 0
                ? price
                : new Price(Math.addExact(price.plusBps(reserve).units(), 1));
    }

    /** The first decision, with the objections to the others. */
    private static RiskDecision together(RiskDecision first, List<RiskDecision> legs, boolean onlyShapes) {
        var checks = new TreeMap<Integer, CheckResult>();
        first.checks().forEach(check -> checks.put(check.code().number(), check));
        for (var leg : legs) {
            for (var check : leg.checks()) {
                int number = check.code().number();
                var known = checks.get(number);
                boolean judged = !onlyShapes || number / 100 == SHAPE;
                if (judged && (known == null || (known.passed() && !check.passed()))) {
                    checks.put(number, check);
                }
            }
        }
        return with(first, first.intent(), List.copyOf(checks.values()));
    }

    private static RiskDecision with(RiskDecision decision, OrderIntent intent, List<CheckResult> checks) {
        boolean approved = checks.stream().allMatch(CheckResult::passed);
        return new RiskDecision(
                intent,
                approved,
                approved ? decision.orderId() : null,
                checks,
                decision.policyId(),
                decision.policyVersion(),
                decision.mode(),
                decision.mark(),
                decision.markTimeNanos(),
                decision.decidedAtNanos(),
                decision.clockWaitExceeded());
    }
}
