package io.millrace.local.demo;

import io.millrace.core.money.Money;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.portfolio.Portfolio;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The portfolios once more, from the accounts' deposits and the execution reports alone.
 *
 * @param portfolios by account
 */
record Recomputed(SortedMap<String, Portfolio> portfolios) {
    static Recomputed of(Trading trading) {
        var portfolios = new TreeMap<String, Portfolio>();
        trading.accounts()
                .forEach((id, account) -> portfolios.put(
                        id,
                        Portfolio.empty(id).under(account).deposit(account.deposit(), account.effectiveFromNanos())));
        var reducing = trading.approvedOrders().stream()
                .filter(order -> order.terms().reduceOnly())
                .map(ApprovedOrder::orderId)
                .collect(Collectors.toSet());
        for (var report : trading.reports()) {
            boolean reduces = reducing.contains(report.orderId());
            portfolios.computeIfPresent(report.accountId(), (id, portfolio) -> portfolio.apply(report, reduces));
        }
        return new Recomputed(portfolios);
    }

    /** What the portfolio stage says otherwise, if anything. */
    Optional<String> differenceTo(Trading trading) {
        for (var portfolio : portfolios.values()) {
            for (var position : portfolio.positions()) {
                var key = new AccountPosition(portfolio.accountId(), position, 0).key();
                var published = trading.positions().get(key);
                if (published == null || !published.position().equals(position)) {
                    return Optional.of(position + " recomputed, published " + published);
                }
            }
            var point = last(trading, portfolio.accountId());
            var difference = point == null ? unpublished(portfolio) : difference(portfolio, point);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unpublished(Portfolio portfolio) {
        return portfolio.positions().isEmpty()
                ? Optional.empty()
                : Optional.of("account " + portfolio.accountId() + " has traded, but no equity was published");
    }

    private static Optional<String> difference(Portfolio portfolio, EquityPoint point) {
        boolean same = point.deposits().equals(portfolio.deposits())
                && point.cash().equals(portfolio.cash())
                && point.realisedProfit().equals(portfolio.realisedProfit())
                && point.fees().equals(portfolio.fees());
        return same ? Optional.empty() : Optional.of(portfolio + " recomputed, published " + point);
    }

    /** Whether money came from nowhere or went nowhere at any published moment, by plain integer sums. */
    static Optional<String> moneyLost(Trading trading) {
        for (var point : trading.equity()) {
            var fromProfit = point.deposits()
                    .plus(point.realisedProfit())
                    .plus(point.unrealisedProfit())
                    .minus(point.fees())
                    .plus(point.funding());
            if (!fromProfit.equals(point.equity())) {
                return Optional.of("deposits + profit - fees + funding = " + fromProfit + " in " + point);
            }
        }
        for (var account : trading.accounts().values()) {
            var point = last(trading, account.accountId());
            var cash = cash(trading, account.accountId(), account.deposit());
            if (point != null && !cash.equals(point.cash())) {
                return Optional.of("deposit - bought + sold - fees = " + cash + " in " + point);
            }
        }
        return Optional.empty();
    }

    private static Money cash(Trading trading, String account, Money deposit) {
        var cash = deposit;
        for (var fill : trading.fills()) {
            if (fill.accountId().equals(account)) {
                var notional = fill.lastPrice().times(fill.lastQuantity());
                cash = cash.minus(fill.fee()).minus(fill.side().sign() > 0 ? notional : notional.negate());
            }
        }
        return cash;
    }

    private static EquityPoint last(Trading trading, String account) {
        EquityPoint last = null;
        for (var point : trading.equity()) {
            last = point.accountId().equals(account) ? point : last;
        }
        return last;
    }
}
