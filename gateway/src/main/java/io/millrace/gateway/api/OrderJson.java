package io.millrace.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.risk.CheckResult;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.view.OrderView;
import io.millrace.gateway.view.Ruling;

/** An order as people get it. */
final class OrderJson {
    private OrderJson() {}

    static ObjectNode of(OrderView order) {
        var json = Json.object()
                .put("orderId", order.orderId())
                .put("status", order.status().name())
                .put("accountId", order.accountId())
                .put("strategyId", order.strategyId())
                .put("instrument", order.instrument().toString())
                .put("side", order.side().name())
                .put("quantity", order.quantity().toString());
        if (order.intent() != null) {
            var terms = order.intent().terms();
            json.put("type", terms.type().name())
                    .put("timeInForce", terms.timeInForce().name())
                    .put("limitPrice", text(terms.limitPrice()))
                    .put("reduceOnly", terms.reduceOnly())
                    .put("reason", order.intent().reason())
                    .put("requestedAt", EventTime.text(order.intent().eventTimeNanos()));
        }
        json.put("filledQuantity", order.filledQuantity().toString())
                .put("averagePrice", text(order.averagePrice()))
                .put("fees", order.fees().toString());
        json.set("decision", order.ruling() == null ? null : of(order.ruling()));
        json.set("reports", Json.array(order.reports().stream().map(OrderJson::of)));
        json.set("cancels", Json.array(order.cancels().stream().map(OrderJson::of)));
        return json;
    }

    private static ObjectNode of(Ruling ruling) {
        var json = Json.object()
                .put("intentId", ruling.intentId())
                .put("approved", ruling.approved())
                .put("policyId", ruling.policyId())
                .put("policyVersion", ruling.policyVersion())
                .put("mode", text(ruling.mode()))
                .put("mark", text(ruling.mark()))
                .put("decidedAt", EventTime.text(ruling.decidedAtNanos()))
                .put("clockWaitExceeded", ruling.clockWaitExceeded());
        json.set("objections", Json.array(ruling.objections().stream().map(OrderJson::of)));
        return json;
    }

    private static ObjectNode of(CheckResult check) {
        return Json.object()
                .put("code", check.code().name())
                .put("actual", check.actual())
                .put("limit", check.limit())
                .put("unit", check.unit());
    }

    private static ObjectNode of(ExecutionReport report) {
        return Json.object()
                .put("number", report.reportNumber())
                .put("type", report.type().name())
                .put("quantity", report.lastQuantity().toString())
                .put("price", text(report.lastPrice()))
                .put("fee", report.fee().toString())
                .put("at", EventTime.text(report.eventTimeNanos()))
                .put("reason", report.reason());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
