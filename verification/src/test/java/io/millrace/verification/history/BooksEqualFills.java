package io.millrace.verification.history;

import io.millrace.core.money.Money;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.schemas.Topics;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Positions and equity as published, point by point, are those of a book that is added up anew: one position and one
 * equity point after each fill, equity again after each mark of what is held, at the latest price known then. Accounts
 * with two sides, lots or several currencies are left out: {@link MoneyConserved} holds for them.
 */
final class BooksEqualFills implements Checker {
    @Override
    public String promise() {
        return "every published position and equity point is the one that the fills and marks before it give";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var accounts = new TreeSet<String>();
        history.of(Topics.EXECUTION_REPORTS)
                .forEach(logged -> accounts.add(logged.value().accountId()));
        history.of(Topics.EQUITY).forEach(logged -> accounts.add(logged.value().accountId()));
        accounts.removeIf(account -> !PlainAccounts.isPlain(history, account));
        accounts.forEach(account -> {
            var positions = history.of(Topics.POSITIONS).stream()
                    .filter(logged -> logged.value().accountId().equals(account))
                    .toList();
            positions(AccountDecisions.reports(history, account), positions, violations);
            equity(history, account, violations);
        });
        return violations.list();
    }

    /** A position record after each fill, in the order in which the account takes them. */
    private static void positions(
            List<ExecutionReport> reports, List<Logged<AccountPosition>> positions, Violations violations) {
        var book = new Book();
        var fills = reports.stream().filter(report -> report.type().isFill()).toList();
        for (int i = 0; i < fills.size(); i++) {
            book.report(fills.get(i));
            if (i >= positions.size()) {
                violations.add("a fill without a position after it", fills.get(i));
            } else {
                var position = positions.get(i).value().position();
                var holding = book.holding(fills.get(i).instrument());
                violations.unless(
                        position.instrument().equals(fills.get(i).instrument())
                                && is(holding.quantity(), position.quantity().units())
                                && is(holding.cost(), position.cost().units())
                                && is(
                                        holding.realised(),
                                        position.realisedProfit().units())
                                && is(holding.fees(), position.fees().units()),
                        "the fills give quantity %s, cost %s, realised %s, fees %s"
                                .formatted(
                                        Exact.text(holding.quantity()),
                                        Exact.text(holding.cost()),
                                        Exact.text(holding.realised()),
                                        Exact.text(holding.fees())),
                        fills.get(i),
                        positions.get(i));
            }
        }
        positions.stream()
                .skip(fills.size())
                .forEach(logged -> violations.add("a position without a fill before it", logged));
    }

    private static void equity(History history, String account, Violations violations) {
        var points = history.of(Topics.EQUITY).stream()
                .filter(logged -> logged.value().accountId().equals(account))
                .toList();
        var expected = expected(history, account, points);
        for (int i = 0; i < Math.max(points.size(), expected.size()); i++) {
            if (i >= points.size()) {
                violations.unless(!history.conditions().isThrough(), "an equity point is missing", expected.get(i));
            } else if (i >= expected.size()) {
                violations.add("an equity point that nothing causes", points.get(i));
            } else if (!isThat(points.get(i).value(), expected.get(i))) {
                violations.add("equity is not what fills and marks give: " + expected.get(i), points.get(i));
                return;
            }
        }
    }

    /** The equity points of an account, added up anew. */
    private static List<EquityPoint> expected(History history, String account, List<Logged<EquityPoint>> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        var marks = Marks.of(history, Topics.DECISIONS, points.get(0).at().partition());
        var orders = history.of(Topics.DECISIONS).stream()
                .map(Logged::value)
                .filter(decision -> AccountDecisions.isAnOrder(decision)
                        && decision.intent().accountId().equals(account))
                .toList();
        var walk = new Walk(
                AccountDecisions.reports(history, account), marks, AccountDecisions.versions(history, account));
        var expected = new ArrayList<EquityPoint>();
        walk.onValue((nanos, book) -> expected.add(point(account, nanos, book)));
        orders.forEach(order -> {
            walk.to(order.decidedAtNanos());
            walk.book()
                    .open(
                            order.orderId(),
                            order.intent().instrument(),
                            order.intent().terms().side(),
                            Exact.of(order.intent().terms().quantity().units()),
                            null);
            walk.follow(order.intent().instrument(), order.decidedAtNanos());
        });
        walk.to(Long.MAX_VALUE);
        return expected;
    }

    private static EquityPoint point(String account, long nanos, Book book) {
        var money = Stream.of(
                        book.deposits(),
                        book.cash(),
                        book.realised(),
                        book.value().subtract(book.cost()),
                        book.fees(),
                        book.equity())
                .map(units -> new Money(units.longValueExact()))
                .toList();
        return new EquityPoint(
                account, nanos, money.get(0), money.get(1), money.get(2), money.get(3), money.get(4), money.get(5));
    }

    private static boolean isThat(EquityPoint point, EquityPoint expected) {
        return point.eventTimeNanos() == expected.eventTimeNanos()
                && point.deposits().equals(expected.deposits())
                && point.cash().equals(expected.cash())
                && point.realisedProfit().equals(expected.realisedProfit())
                && point.unrealisedProfit().equals(expected.unrealisedProfit())
                && point.fees().equals(expected.fees())
                && point.equity().equals(expected.equity());
    }

    private static boolean is(BigInteger exact, long units) {
        return exact.equals(BigInteger.valueOf(units));
    }
}
