package io.millrace.connectors.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.Lot;
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
    /** The terms of an order that a report has told of already are those in force. */
    private static final String ORDER =
            """
            INSERT INTO ledger.orders (order_id, intent_id, account_id, strategy_id, instrument, side, order_type,
              time_in_force, quantity, limit_price, reduce_only, decided_at_nanos, trigger_price, expire_at_nanos,
              post_only, display_quantity, group_id, parent_order_id, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'APPROVED')
            ON CONFLICT (order_id) DO UPDATE SET intent_id = excluded.intent_id, side = excluded.side,
              order_type = excluded.order_type, time_in_force = excluded.time_in_force,
              quantity = coalesce(orders.quantity, excluded.quantity),
              limit_price = coalesce(orders.limit_price, excluded.limit_price),
              trigger_price = coalesce(orders.trigger_price, excluded.trigger_price),
              reduce_only = excluded.reduce_only, decided_at_nanos = excluded.decided_at_nanos,
              expire_at_nanos = excluded.expire_at_nanos, post_only = excluded.post_only,
              display_quantity = excluded.display_quantity, group_id = excluded.group_id,
              parent_order_id = excluded.parent_order_id""";

    private static final String CANCEL =
            """
            INSERT INTO ledger.cancels (intent_id, order_id, account_id, strategy_id, instrument, decided_at_nanos)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (intent_id, order_id) DO NOTHING""";
    private static final String REPLACE =
            """
            INSERT INTO ledger.replaces (intent_id, order_id, account_id, strategy_id, instrument, quantity, limit_price,
              trigger_price, decided_at_nanos)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (intent_id) DO NOTHING""";
    private static final String FILL =
            """
            INSERT INTO ledger.fills (order_id, report_number, intent_id, account_id, strategy_id, instrument, side,
              quantity, price, fee, market_sequence, event_nanos, liquidity, currency)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (order_id, report_number) DO NOTHING""";
    /** Status APPROVED stands for reports that left the order where it was. */
    private static final String REPORT =
            """
            INSERT INTO ledger.orders (order_id, intent_id, account_id, strategy_id, instrument, side, quantity,
              limit_price, trigger_price, status, filled_quantity, last_report_number, last_event_nanos, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (order_id) DO UPDATE SET
              status = CASE excluded.status WHEN 'APPROVED' THEN orders.status ELSE excluded.status END,
              quantity = excluded.quantity, limit_price = coalesce(excluded.limit_price, orders.limit_price),
              trigger_price = coalesce(excluded.trigger_price, orders.trigger_price),
              filled_quantity = excluded.filled_quantity, last_report_number = excluded.last_report_number,
              last_event_nanos = excluded.last_event_nanos, reason = excluded.reason
            WHERE orders.last_report_number < excluded.last_report_number
              AND orders.status IN ('APPROVED', 'ACCEPTED', 'TRIGGERED', 'PARTIALLY_FILLED')""";

    private static final String POSITION =
            """
            INSERT INTO ledger.positions (account_id, instrument, side, currency, quantity, cost, realised_profit, fees,
              funding, lots, event_nanos)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            ON CONFLICT (account_id, instrument, side) DO UPDATE SET currency = excluded.currency,
              quantity = excluded.quantity, cost = excluded.cost, realised_profit = excluded.realised_profit,
              fees = excluded.fees, funding = excluded.funding, lots = excluded.lots,
              event_nanos = excluded.event_nanos""";

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    void write(Batch batch) throws SQLException {
        each(DECISION, batch.decisions(), this::decision);
        each(ORDER, batch.orders(), this::order);
        each(CANCEL, batch.cancels(), this::cancel);
        each(REPLACE, batch.replaces(), this::replace);
        each(FILL, batch.fills(), this::fill);
        each(REPORT, batch.reported(), this::report);
        each(POSITION, batch.positions(), this::position);
        new WorthRows(connection).write(batch.equity());
    }

    private <V> void each(String sql, Collection<V> values, RowParameters.Binder<V> binder) throws SQLException {
        RowParameters.each(connection, sql, values, binder);
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
                .number(order.decidedAtNanos())
                .decimal(
                        terms.triggerPrice() == null
                                ? null
                                : terms.triggerPrice().units())
                .numberOrNull(terms.expireAtNanos() == 0 ? null : terms.expireAtNanos())
                .flag(terms.postOnly())
                .decimal(
                        terms.displayQuantity() == null
                                ? null
                                : terms.displayQuantity().units())
                .text(order.link() == null ? null : order.link().groupId())
                .text(order.link() == null ? null : order.link().parentOrderId());
    }

    private void replace(RowParameters row, ApprovedOrder replace) throws SQLException {
        var terms = replace.terms();
        row.text(replace.intentId())
                .text(replace.orderId())
                .text(replace.accountId())
                .text(replace.strategyId())
                .text(replace.instrument())
                .decimal(terms.quantity().units())
                .decimal(terms.limitPrice() == null ? null : terms.limitPrice().units())
                .decimal(
                        terms.triggerPrice() == null
                                ? null
                                : terms.triggerPrice().units())
                .number(replace.decidedAtNanos());
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
                .number(fill.eventTimeNanos())
                .text(fill.liquidity())
                .text(fill.currency());
    }

    private void report(RowParameters row, Reported reported) throws SQLException {
        var report = reported.latest();
        row.text(report.orderId())
                .text(report.intentId())
                .text(report.accountId())
                .text(report.strategyId())
                .text(report.instrument())
                .text(report.side())
                .decimal(report.orderQuantity().units())
                .decimal(
                        reported.limitPrice() == null
                                ? null
                                : reported.limitPrice().units())
                .decimal(
                        reported.triggerPrice() == null
                                ? null
                                : reported.triggerPrice().units())
                .text(reported.status() == null ? "APPROVED" : reported.status())
                .decimal(report.cumulativeQuantity().units())
                .number(report.reportNumber())
                .number(report.eventTimeNanos())
                .text(report.reason());
    }

    private void position(RowParameters row, AccountPosition changed) throws SQLException {
        var position = changed.position();
        row.text(changed.accountId())
                .text(position.instrument())
                .text(position.side())
                .text(position.currency())
                .decimal(position.quantity().units())
                .decimal(position.cost().units())
                .decimal(position.realisedProfit().units())
                .decimal(position.fees().units())
                .decimal(position.funding().units())
                .text(lots(position.lots().toList()))
                .number(changed.eventTimeNanos());
    }

    private static String lots(List<Lot> lots) {
        var list = JSON.createArrayNode();
        for (var lot : lots) {
            list.addObject()
                    .put("opened_nanos", lot.openedNanos())
                    .put("quantity", lot.quantity().toString())
                    .put("cost", lot.cost().toString());
        }
        return list.toString();
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
