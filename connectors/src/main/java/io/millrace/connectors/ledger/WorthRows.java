package io.millrace.connectors.ledger;

import io.millrace.core.money.Money;
import io.millrace.core.portfolio.CurrencyBalance;
import io.millrace.core.portfolio.EquityPoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;

/** Writes what accounts are worth and have of each currency. The caller's transaction decides whether it stays. */
final class WorthRows {
    private static final String ACCOUNT =
            """
            INSERT INTO ledger.accounts (account_id, currency, equity, deposits, cash, realised_profit, unrealised_profit,
              fees, funding, peak_equity, initial_margin, maintenance_margin, free_balance, event_nanos)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account_id) DO UPDATE SET currency = excluded.currency, equity = excluded.equity,
              deposits = excluded.deposits, cash = excluded.cash, realised_profit = excluded.realised_profit,
              unrealised_profit = excluded.unrealised_profit, fees = excluded.fees, funding = excluded.funding,
              peak_equity = excluded.peak_equity, initial_margin = excluded.initial_margin,
              maintenance_margin = excluded.maintenance_margin, free_balance = excluded.free_balance,
              event_nanos = excluded.event_nanos""";
    private static final String BALANCE =
            """
            INSERT INTO ledger.balances (account_id, currency, deposits, cash, value, realised_profit, unrealised_profit,
              fees, funding, rate, event_nanos)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account_id, currency) DO UPDATE SET deposits = excluded.deposits, cash = excluded.cash,
              value = excluded.value, realised_profit = excluded.realised_profit,
              unrealised_profit = excluded.unrealised_profit, fees = excluded.fees, funding = excluded.funding,
              rate = excluded.rate, event_nanos = excluded.event_nanos""";

    /** An account's balance in a currency, at a time. */
    private record Held(EquityPoint point, CurrencyBalance balance) {}

    private final Connection connection;

    WorthRows(Connection connection) {
        this.connection = connection;
    }

    /** @param points one per account */
    void write(Collection<EquityPoint> points) throws SQLException {
        var held = new ArrayList<Held>();
        points.forEach(point -> point.balances().forEach(balance -> held.add(new Held(point, balance))));
        RowParameters.each(connection, ACCOUNT, points, WorthRows::account);
        RowParameters.each(connection, BALANCE, held, WorthRows::balance);
    }

    private static void account(RowParameters row, EquityPoint point) throws SQLException {
        row.text(point.accountId())
                .text(point.currency())
                .decimal(point.equity().units())
                .decimal(point.deposits().units())
                .decimal(point.cash().units())
                .decimal(point.realisedProfit().units())
                .decimal(point.unrealisedProfit().units())
                .decimal(point.fees().units())
                .decimal(point.funding().units())
                .decimal(unitsOrNull(point.peakEquity()))
                .decimal(unitsOrNull(point.initialMargin()))
                .decimal(unitsOrNull(point.maintenanceMargin()))
                .decimal(unitsOrNull(point.freeBalance()))
                .number(point.eventTimeNanos());
    }

    private static void balance(RowParameters row, Held held) throws SQLException {
        var balance = held.balance();
        row.text(held.point().accountId())
                .text(balance.currency())
                .decimal(balance.deposits().units())
                .decimal(balance.cash().units())
                .decimal(balance.value().units())
                .decimal(balance.realisedProfit().units())
                .decimal(balance.unrealisedProfit().units())
                .decimal(balance.fees().units())
                .decimal(balance.funding().units())
                .decimal(balance.rate() == null ? null : balance.rate().units())
                .number(held.point().eventTimeNanos());
    }

    private static Long unitsOrNull(Money amount) {
        return amount == null ? null : amount.units();
    }
}
