package io.millrace.connectors.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.RiskDecision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Writes a batch into the tables, a statement per table. The caller's transaction decides whether it stays. */
final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DECISION =
            """
            INSERT INTO ledger.decisions (intent_id, account_id, strategy_id, strategy_version, instrument, action,
              event_nanos, approved, codes, checks, order_id, policy_id, policy_version, mode, mark, mark_nanos,
              decided_at_nanos, clock_wait_exceeded, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (intent_id) DO NOTHING""";
    private static final String ORDER =
            """
            INSERT INTO ledger.orders (order_id, intent_id, account_id, strategy_id, instrument, side, order_type,
              time_in_force, quantity, limit_price, reduce_only, decided_at_nanos, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'APPROVED')
            ON CONFLICT (order_id) DO UPDATE SET intent_id = excluded.intent_id, side = excluded.side,
              order_type = excluded.order_type, time_in_force = excluded.time_in_force, quantity = excluded.quantity,
              limit_price = excluded.limit_price, reduce_only = excluded.reduce_only,
              decided_at_nanos = excluded.decided_at_nanos""";
    private static final String CANCEL =
            """
            INSERT INTO ledger.cancels (intent_id, order_id, account_id, strategy_id, instrument, decided_at_nanos)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (intent_id) DO NOTHING""";
    private static final String FILL =
            """
            INSERT INTO ledger.fills (order_id, report_number, intent_id, account_id, strategy_id, instrument, side,
              quantity, price, fee, market_sequence, event_nanos)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (order_id, report_number) DO NOTHING""";
    private static final String REPORT =
            """
            INSERT INTO ledger.orders (order_id, intent_id, account_id, strategy_id, instrument, side, quantity, status,
              filled_quantity, last_report_number, last_event_nanos, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (order_id) DO UPDATE SET status = excluded.status, filled_quantity = excluded.filled_quantity,
              last_report_number = excluded.last_report_number, last_event_nanos = excluded.last_event_nanos,
              reason = excluded.reason
            WHERE orders.last_report_number < excluded.last_report_number
              AND orders.status IN ('APPROVED', 'ACCEPTED', 'PARTIALLY_FILLED')""";
    private static final String POSITION =
            """
            INSERT INTO ledger.positions (account_id, instrument, quantity, cost, realised_profit, fees, event_nanos)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account_id, instrument) DO UPDATE SET quantity = excluded.quantity, cost = excluded.cost,
              realised_profit = excluded.realised_profit, fees = excluded.fees, event_nanos = excluded.event_nanos""";

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    void write(Batch batch) throws SQLException {
        each(DECISION, batch.decisions(), this::decision);
        each(ORDER, batch.orders(), this::order);
        each(CANCEL, batch.cancels(), this::cancel);
        each(FILL, batch.fills(), this::fill);
        each(REPORT, batch.latestReports(), this::report);
        each(POSITION, batch.positions(), this::position);
    }

    @FunctionalInterface
    private interface Binder<V> {
        void bind(RowParameters row, V value) throws SQLException;
    }

    private <V> void each(String sql, Collection<V> values, Binder<V> binder) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var value : values) {
                binder.bind(new RowParameters(statement), value);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void decision(RowParameters row, RiskDecision decision) throws SQLException {
        var intent = decision.intent();
        row.text(intent.intentId())
                .text(intent.accountId())
                .text(intent.strategyId())
                .number(intent.strategyVersion())
                .text(intent.instrument())
                .text(intent.action())
                .number(intent.eventTimeNanos())
                .flag(decision.approved())
                .texts(decision.objections().stream()
                        .map(check -> check.code().name())
                        .toList())
                .text(json(decision.checks()))
                .text(decision.orderId())
                .text(decision.policyId())
                .number(decision.policyVersion())
                .text(decision.mode())
                .decimal(decision.mark() == null ? null : decision.mark().units())
                .number(decision.markTimeNanos())
                .number(decision.decidedAtNanos())
                .flag(decision.clockWaitExceeded())
                .text(intent.reason());
    }

    private void order(RowParameters row, ApprovedOrder order) throws SQLException {
        var terms = order.terms();
        row.text(order.orderId())
                .text(order.intentId())
                .text(order.accountId())
                .text(order.strategyId())
                .text(order.instrument())
                .text(terms.side())
                .text(terms.type())
                .text(terms.timeInForce())
                .decimal(terms.quantity().units())
                .decimal(terms.limitPrice() == null ? null : terms.limitPrice().units())
                .flag(terms.reduceOnly())
                .number(order.decidedAtNanos());
    }

    private void cancel(RowParameters row, ApprovedOrder cancel) throws SQLException {
        row.text(cancel.intentId())
                .text(cancel.orderId())
                .text(cancel.accountId())
                .text(cancel.strategyId())
                .text(cancel.instrument())
                .number(cancel.decidedAtNanos());
    }

    private void fill(RowParameters row, ExecutionReport fill) throws SQLException {
        row.text(fill.orderId())
                .number(fill.reportNumber())
                .text(fill.intentId())
                .text(fill.accountId())
                .text(fill.strategyId())
                .text(fill.instrument())
                .text(fill.side())
                .decimal(fill.lastQuantity().units())
                .decimal(fill.lastPrice() == null ? null : fill.lastPrice().units())
                .decimal(fill.fee().units())
                .number(fill.marketSequence())
                .number(fill.eventTimeNanos());
    }

    private void report(RowParameters row, ExecutionReport report) throws SQLException {
        row.text(report.orderId())
                .text(report.intentId())
                .text(report.accountId())
                .text(report.strategyId())
                .text(report.instrument())
                .text(report.side())
                .decimal(report.orderQuantity().units())
                .text(report.type())
                .decimal(report.cumulativeQuantity().units())
                .number(report.reportNumber())
                .number(report.eventTimeNanos())
                .text(report.reason());
    }

    private void position(RowParameters row, AccountPosition changed) throws SQLException {
        var position = changed.position();
        row.text(changed.accountId())
                .text(position.instrument())
                .decimal(position.quantity().units())
                .decimal(position.cost().units())
                .decimal(position.realisedProfit().units())
                .decimal(position.fees().units())
                .number(changed.eventTimeNanos());
    }

    private static String json(List<CheckResult> checks) {
        var list = JSON.createArrayNode();
        for (var check : checks) {
            list.addObject()
                    .put("code", check.code().name())
                    .put("passed", check.passed())
                    .put("actual", check.actual())
                    .put("limit", check.limit())
                    .put("unit", check.unit());
        }
        return list.toString();
    }
}
