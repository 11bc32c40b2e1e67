package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.money.Price;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Side;
import io.millrace.core.order.Slices;
import io.millrace.core.order.TermsProblem;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.Trailing;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Terms of an order as people write and get them: {@code {"side": "BUY", "type": "STOP_LIMIT", "quantity": "0.5",
 * "triggerPrice": "810", "limitPrice": "812", "timeInForce": "DAY", …}}.
 */
public final class TermsDocument {
    private static final String MISSING = "MISSING_FIELD";
    private static final Duration NANOSECOND = Duration.ofNanos(1);
    private static final long MOST_BPS = 9_999;
    /** What a problem's name begins with, and the field it is about. */
    private static final Map<String, String> FIELDS = new TreeMap<>(Map.of(
            "QUANTITY", "quantity",
            "LIMIT_PRICE", "limitPrice",
            "TRIGGER_PRICE", "triggerPrice",
            "TRAILING", "trailing",
            "EXPIRY", "expireAt",
            "CANNOT_REST", "timeInForce",
            "POST_ONLY", "postOnly",
            "DISPLAY", "displayQuantity",
            "ALGORITHM", "algorithm"));

    private TermsDocument() {}

    /** Reads the terms of one order; null if any is wrong, which the fields remember. */
    public static OrderTerms read(Fields fields) {
        int wrong = fields.violations();
        var terms = new OrderTerms(
                fields.choice("side", Side.class),
                fields.choice("type", OrderType.class),
                fields.choice("timeInForce", TimeInForce.class, TimeInForce.GTC),
                fields.positiveQuantity("quantity"),
                fields.positivePrice("limitPrice", null),
                fields.flag("reduceOnly", false),
                fields.positivePrice("triggerPrice", null),
                trailing(fields, null),
                fields.time("expireAt", 0),
                fields.flag("postOnly", false),
                fields.positiveQuantity("displayQuantity", null),
                algorithm(fields));
        return fields.violations() == wrong && isWhole(terms, fields) ? terms : null;
    }

    /** Reads what changes in the terms of an open order; null if anything is wrong, which the fields remember. */
    public static OrderTerms readChange(Fields fields, OrderTerms now) {
        int wrong = fields.violations();
        var life = fields.choice("timeInForce", TimeInForce.class, now.timeInForce());
        var terms = new OrderTerms(
                now.side(),
                now.type(),
                life,
                fields.positiveQuantity("quantity", now.quantity()),
                fields.positivePrice("limitPrice", now.limitPrice()),
                fields.flag("reduceOnly", now.reduceOnly()),
                fields.positivePrice("triggerPrice", now.triggerPrice()),
                trailing(fields, now.trailing()),
                fields.time("expireAt", life == TimeInForce.GTD ? now.expireAtNanos() : 0),
                fields.flag("postOnly", now.postOnly()),
                fields.positiveQuantity("displayQuantity", now.displayQuantity()),
                now.algorithm());
        return fields.violations() == wrong && isWhole(terms, fields) ? terms : null;
    }

    /** Writes what {@link #read} reads; what an order does not have is null or false. */
    public static ObjectNode write(OrderTerms terms) {
        var json = Json.object()
                .put("side", terms.side().name())
                .put("type", terms.type().name())
                .put("timeInForce", terms.timeInForce().name())
                .put("quantity", terms.quantity().toString())
                .put("limitPrice", text(terms.limitPrice()))
                .put("triggerPrice", text(terms.triggerPrice()))
                .put("expireAt", terms.expireAtNanos() == 0 ? null : EventTime.text(terms.expireAtNanos()))
                .put("displayQuantity", text(terms.displayQuantity()))
                .put("postOnly", terms.postOnly())
                .put("reduceOnly", terms.reduceOnly());
        json.set("trailing", terms.trailing() == null ? null : json(terms.trailing()));
        json.set("algorithm", terms.algorithm() == null ? null : json(terms.algorithm()));
        return json;
    }

    private static boolean isWhole(OrderTerms terms, Fields fields) {
        var problems = TermsProblem.of(terms);
        problems.forEach(problem -> {
            var field = FIELDS.entrySet().stream()
                    .filter(entry -> problem.name().startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
            fields.refuse(field, problem.name(), problem.words(), "", problem.words());
        });
        return problems.isEmpty();
    }

    private static Trailing trailing(Fields fields, Trailing now) {
        return fields.optionalObject("trailing", MISSING)
                .map(distance -> new Trailing(
                        distance.positivePrice("offset", null),
                        distance.count("offsetBps", 0, MOST_BPS, 0),
                        distance.price("limitOffset", limitOffset(now))))
                .orElse(now);
    }

    private static Price limitOffset(Trailing now) {
        return now == null ? null : now.limitOffset();
    }

    private static ObjectNode json(Trailing trailing) {
        return Json.object()
                .put("offset", text(trailing.offset()))
                .put("offsetBps", trailing.offsetBps())
                .put("limitOffset", text(trailing.limitOffset()));
    }

    private static Algorithm algorithm(Fields fields) {
        return fields.optionalObject("algorithm", MISSING)
                .map(TermsDocument::readAlgorithm)
                .orElse(null);
    }

    private static Algorithm readAlgorithm(Fields fields) {
        var kind = fields.choice("kind", Algorithm.Kind.class);
        var horizon = fields.duration("horizon", NANOSECOND);
        var weights = fields.counts("weights", Slices.MAX_SLICES, 0, Slices.MAX_WEIGHT);
        long slices = fields.count("slices", 1, Slices.MAX_SLICES, weights.size());
        return kind == null || horizon == null ? null : new Algorithm(kind, horizon.toNanos(), (int) slices, weights);
    }

    private static ObjectNode json(Algorithm algorithm) {
        var json = Json.object()
                .put("kind", algorithm.kind().name())
                .put("horizon", Duration.ofNanos(algorithm.horizonNanos()).toString())
                .put("slices", algorithm.slices());
        algorithm.weights().forEach(json.putArray("weights")::add);
        return json;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
