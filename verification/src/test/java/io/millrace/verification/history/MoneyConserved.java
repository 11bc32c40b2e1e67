package io.millrace.verification.history;

import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.schemas.Topics;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * From the fills alone, without any book: what an account paid and got is what it says it has. To the last unit.
 *
 * <ul>
 *   <li>every equity point: equity = deposits + realised + unrealised − fees + funding
 *   <li>at the end: cash = deposits − Σ side × price × quantity − Σ fees + funding; position = Σ side × quantity; fees = Σ fees
 *   <li>at the end: what is realised and what the open position cost add up to what was paid and got
 * </ul>
 */
final class MoneyConserved implements Checker {
    @Override
    public String promise() {
        return "cash + positions x mark = deposits + profit - fees, to the last unit, from the fills alone";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        for (var logged : history.of(Topics.EQUITY)) {
            balance(logged, violations);
        }
        var fills = history.of(Topics.EXECUTION_REPORTS).stream()
                .filter(logged -> logged.value().type().isFill())
                .collect(
                        Collectors.groupingBy(logged -> logged.value().accountId(), TreeMap::new, Collectors.toList()));
        var equity = new HashMap<String, Logged<EquityPoint>>();
        history.of(Topics.EQUITY).forEach(logged -> equity.put(logged.value().accountId(), logged));
        var positions = new TreeMap<String, Logged<AccountPosition>>();
        history.of(Topics.POSITIONS).forEach(logged -> positions.put(logged.key(), logged));
        if (history.conditions().isThrough()) {
            fills.forEach((account, ofAccount) -> {
                if (AccountDecisions.versions(history, account).stream()
                        .allMatch(version -> PlainAccounts.isOfOneCurrency(history, version))) {
                    cash(history, ofAccount, equity.get(account), violations);
                }
                positions(ofAccount, positions, violations);
            });
        }
        return violations.list();
    }

    private static void balance(Logged<EquityPoint> logged, Violations violations) {
        var point = logged.value();
        var earned = Exact.of(point.deposits().units())
                .add(Exact.of(point.realisedProfit().units()))
                .add(Exact.of(point.unrealisedProfit().units()))
                .subtract(Exact.of(point.fees().units()))
                .add(Exact.of(point.funding().units()));
        violations.unless(
                earned.equals(Exact.of(point.equity().units())),
                "deposits + profit - fees + funding is " + Exact.text(earned) + ", equity is " + point.equity(),
                logged);
    }

    private static void cash(
            History history, List<Logged<ExecutionReport>> fills, Logged<EquityPoint> last, Violations violations) {
        if (last == null) {
            violations.add("an account with fills has no equity", fills.get(fills.size() - 1));
            return;
        }
        var cash = Exact.of(last.value().deposits().units())
                .add(Exact.of(last.value().funding().units()));
        var fees = BigInteger.ZERO;
        for (var logged : fills) {
            cash = cash.subtract(paid(logged.value()))
                    .subtract(Exact.of(logged.value().fee().units()));
            fees = fees.add(Exact.of(logged.value().fee().units()));
        }
        violations.unless(
                cash.equals(Exact.of(last.value().cash().units())),
                "the fills leave " + Exact.text(cash) + " of the deposits, cash is "
                        + last.value().cash(),
                last);
        violations.unless(
                fees.equals(Exact.of(last.value().fees().units())),
                "the fills cost " + Exact.text(fees) + " in fees, the account says "
                        + last.value().fees(),
                last);
        boolean funded = AccountDecisions.versions(history, last.value().accountId()).stream()
                .map(Account::deposit)
                .anyMatch(last.value().deposits()::equals);
        violations.unless(funded, "the deposits are of no version of the account", last);
    }

    private static void positions(
            List<Logged<ExecutionReport>> fills,
            Map<String, Logged<AccountPosition>> positions,
            Violations violations) {
        fills.stream()
                .collect(Collectors.groupingBy(
                        logged -> logged.value().accountId() + "|"
                                + logged.value().instrument(),
                        TreeMap::new,
                        Collectors.toList()))
                .forEach((key, ofInstrument) -> {
                    var sides = positions.values().stream()
                            .filter(logged -> key(logged.value()).equals(key))
                            .toList();
                    if (sides.isEmpty()) {
                        violations.add("fills without a position", ofInstrument.get(0));
                    } else {
                        position(ofInstrument, sides, violations);
                    }
                });
    }

    private static void position(
            List<Logged<ExecutionReport>> fills, List<Logged<AccountPosition>> sides, Violations violations) {
        var quantity = BigInteger.ZERO;
        var paid = BigInteger.ZERO;
        for (var logged : fills) {
            var fill = logged.value();
            quantity = quantity.add(Exact.of(
                    Math.multiplyExact(fill.side().sign(), fill.lastQuantity().units())));
            paid = paid.add(paid(fill));
        }
        var held = BigInteger.ZERO;
        var accounted = BigInteger.ZERO;
        for (var side : sides) {
            var position = side.value().position();
            held = held.add(Exact.of(position.quantity().units()));
            accounted = accounted
                    .add(Exact.of(position.cost().units()))
                    .subtract(Exact.of(position.realisedProfit().units()));
        }
        violations.unless(
                quantity.equals(held),
                "the fills add up to " + Exact.text(quantity) + ", the position is " + Exact.text(held),
                sides.toArray());
        violations.unless(
                paid.equals(accounted),
                "the fills cost " + Exact.text(paid) + ", cost less profit is " + Exact.text(accounted),
                sides.toArray());
    }

    private static BigInteger paid(ExecutionReport fill) {
        var notional = Exact.notional(
                Exact.of(fill.lastPrice().units()), Exact.of(fill.lastQuantity().units()));
        return fill.side().sign() < 0 ? notional.negate() : notional;
    }

    private static String key(AccountPosition position) {
        return position.accountId() + "|" + position.position().instrument();
    }
}
