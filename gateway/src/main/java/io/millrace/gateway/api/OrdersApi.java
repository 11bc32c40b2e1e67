package io.millrace.gateway.api;

import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.gateway.control.ManualOrders;
import io.millrace.gateway.control.Wish;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.problem.Problem;
import io.millrace.gateway.view.OrderStatus;
import io.millrace.gateway.view.OrderView;
import io.millrace.gateway.view.OrderViews;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Orders: people's are submitted, replaced and canceled here; everybody's are shown. */
public record OrdersApi(ManualOrders manual, OrderViews views, Loaded loaded) implements Routes {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/orders", this::list).withQuery("accountId", "instrument", "status", "open", "limit"),
                Endpoint.post("/v1/orders", this::submit),
                Endpoint.delete("/v1/orders", this::cancelAll).withQuery("accountId"),
                Endpoint.get("/v1/orders/{id}", this::get),
                Endpoint.put("/v1/orders/{id}", this::replace),
                Endpoint.delete("/v1/orders/{id}", this::cancel));
    }

    private Answer submit(Call call) {
        return manual.submit(call, OrderRequest.submit(Fields.of(call.json())), OrdersApi::submitted);
    }

    private static Answer submitted(OrderIntent intent) {
        var location = Map.of("Location", "/v1/orders/" + intent.intentId());
        var order = OrderView.submitted(intent).findFirst().orElseThrow();
        return Answer.json(202, Json.text(OrderJson.of(order)), location);
    }

    private Answer replace(Call call) {
        var fields = Fields.of(call.json());
        return manual.change(
                call,
                asked -> {
                    var order = open(call, asked, "replaced");
                    var terms = OrderRequest.replace(fields, order);
                    return Wish.replace(order.accountId(), order.instrument(), order.orderId(), terms);
                },
                OrdersApi::changeRequested);
    }

    private Answer cancel(Call call) {
        return manual.change(
                call,
                asked -> {
                    var order = open(call, asked, "canceled");
                    return Wish.cancel(
                            order.accountId(), order.instrument(), order.orderId(), "canceled by " + call.author());
                },
                OrdersApi::changeRequested);
    }

    private Answer cancelAll(Call call) {
        var accountId = call.queryParameter("accountId")
                .orElseThrow(() -> Problem.of(400, "MISSING_PARAMETER", "say whose orders: accountId is missing")
                        .withValues("", "accountId")
                        .exception());
        return manual.command(
                call, Action.CANCEL_ALL, accountId, intent -> Answer.json(202, OrderJson.requested(intent)));
    }

    private OrderView open(Call call, ManualOrders.Asked asked, String what) throws SQLException {
        loaded.require();
        var id = call.pathParameter("id");
        var known = views.find(id);
        var order = known.isPresent() ? known.get() : undecided(id, asked.find(id));
        if (order.status().isFinal()) {
            throw Problem.of(409, "ORDER_DONE", "the order cannot be " + what + " any more")
                    .withValues(order.status(), "an open order")
                    .exception();
        }
        if (order.terms() == null) {
            throw Problem.unavailable("ORDER_NOT_WHOLE", "only reports of the order are known by now")
                    .exception();
        }
        return order;
    }

    private static Answer changeRequested(OrderIntent intent) {
        var body = OrderJson.requested(intent)
                .put("orderId", intent.cancelOrderId())
                .put("instrument", intent.instrument().toString());
        if (intent.action() == Action.CANCEL) {
            body.put("cancelOrderId", intent.cancelOrderId());
        }
        return Answer.json(202, body);
    }

    private Answer get(Call call) {
        return Answer.json(200, OrderJson.of(find(call.pathParameter("id"))));
    }

    private OrderView find(String id) {
        loaded.require();
        return views.find(id).orElseGet(() -> undecided(id, manual.find(id)));
    }

    /** An order that only the intent is known of; a problem if there is none, or if it is done and not kept any more. */
    private OrderView undecided(String id, Optional<OrderIntent> asked) {
        var intent = asked.orElseThrow(() -> Problem.of(404, "UNKNOWN_ORDER", "there is no order '" + id + "'")
                .withValues(id, "")
                .exception());
        if (views.isForgotten(intent)) {
            throw Problem.of(410, "ORDER_NOT_KEPT", "the order was done long ago; the ledger has it")
                    .withValues(id, "one of the latest orders")
                    .exception();
        }
        return OrderView.submitted(intent)
                .filter(order -> order.orderId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What risk has not decided yet comes first, then the rest, the latest first. */
    private Answer list(Call call) {
        loaded.require();
        int limit = call.queryNumber("limit", DEFAULT_LIMIT, 1, MOST);
        var wanted = wanted(call);
        var undecided = manual.latest(MOST).stream()
                .filter(intent -> views.find(intent.intentId()).isEmpty() && !views.isForgotten(intent))
                .flatMap(OrderView::submitted)
                .filter(wanted);
        var orders =
                Stream.concat(undecided, views.latest(wanted, limit).stream()).limit(limit);
        var body = Json.object();
        body.set("orders", Json.array(orders.map(OrderJson::of)));
        return Answer.json(200, body);
    }

    private static Predicate<OrderView> wanted(Call call) {
        var account = call.queryParameter("accountId");
        var instrument = call.queryParameter("instrument");
        var status = call.queryParameter("status").map(OrdersApi::status);
        var open = call.queryParameter("open").map(OrdersApi::open);
        return order -> matches(account, order.accountId())
                && matches(instrument, order.instrument().toString())
                && matches(status, order.status())
                && matches(open, !order.status().isFinal());
    }

    private static <T> boolean matches(Optional<T> wanted, T actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
    }

    private static Boolean open(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw Problem.of(400, "INVALID_PARAMETER", "open must be true or false, was '" + text + "'")
                    .withValues(text, "true or false")
                    .exception();
        }
        return text.equals("true");
    }

    private static OrderStatus status(String name) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(400, "INVALID_PARAMETER", "there is no order status '" + name + "'")
                        .withValues(name, Arrays.toString(OrderStatus.values()))
                        .exception());
    }
}
