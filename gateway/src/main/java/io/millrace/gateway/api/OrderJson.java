package io.millrace.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderLink;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.sizing.Sizing;
import io.millrace.gateway.control.TermsDocument;
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
        if (order.terms() != null) {
            json.setAll(TermsDocument.write(order.terms()));
        }
        if (order.intent() != null) {
            json.put("reason", order.intent().reason())
                    .put("requestedAt", EventTime.text(order.intent().eventTimeNanos()));
            json.set("sizing", sizing(order.intent().sizing()));
            json.set("group", group(order));
        }
        json.put("workingLimitPrice", text(order.workingLimit()))
                .put("workingTriggerPrice", text(order.workingTrigger()))
                .put("filledQuantity", order.filledQuantity().toString())
                .put("averagePrice", text(order.averagePrice()))
                .put("fees", order.fees().toString());
        json.set("link", order.approved() == null ? null : of(order.approved().link()));
        json.put("parentOrderId", order.parentId());
        var children = json.putArray("childOrderIds");
        order.children().forEach(child -> children.add(child.orderId()));
        json.set("decision", order.ruling() == null ? null : of(order.ruling()));
        json.set("reports", Json.array(order.reports().stream().map(OrderJson::of)));
        json.set("replaces", Json.array(order.replaces().stream().map(OrderJson::of)));
        json.set("cancels", Json.array(order.cancels().stream().map(OrderJson::of)));
        return json;
    }

    /** What was asked for as it was noted. */
    static ObjectNode requested(OrderIntent intent) {
        return Json.object()
                .put("intentId", intent.intentId())
                .put("action", intent.action().name())
                .put("accountId", intent.accountId())
                .put("ordinal", intent.ordinal())
                .put("requestedAt", EventTime.text(intent.eventTimeNanos()));
    }

    /** Null for a single order. */
    private static ObjectNode group(OrderView order) {
        var intent = order.intent();
        if (intent.contingency() == null) {
            return null;
        }
        var json = Json.object().put("contingency", intent.contingency().name()).put("firstOrderId", intent.intentId());
        order.attachedIds().forEach(json.putArray("attachedOrderIds")::add);
        return json;
    }

    private static ObjectNode of(OrderLink link) {
        return link == null
                ? null
                : Json.object()
                        .put("groupId", link.groupId())
                        .put("parentOrderId", link.parentOrderId())
                        .put("rule", text(link.rule()));
    }

    private static ObjectNode sizing(Sizing sizing) {
        if (sizing == null) {
            return null;
        }
        var json = Json.object().put("kind", sizing.kind().word());
        sizing.parameters().forEach(json.putObject("parameters")::put);
        sizing.inputs().forEach(json.putObject("inputs")::put);
        return json;
    }

    private static ObjectNode of(OrderView.Replace replace) {
        var json = of(replace.ruling());
        json.set("terms", TermsDocument.write(replace.terms()));
        return json;
    }

    private static ObjectNode of(Ruling ruling) {
        var json = Json.object()
                .put("intentId", ruling.intentId())
                .put("reason", ruling.reason())
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
                .put("liquidity", text(report.liquidity()))
                .put("orderQuantity", report.orderQuantity().toString())
                .put("limitPrice", text(report.limitPrice()))
                .put("triggerPrice", text(report.triggerPrice()))
                .put("at", EventTime.text(report.eventTimeNanos()))
                .put("reason", report.reason());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
