package io.millrace.gateway.api;

import io.millrace.core.order.OrderIntent;
import io.millrace.gateway.control.ManualOrders;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.problem.Problem;
import io.millrace.gateway.view.OrderStatus;
import io.millrace.gateway.view.OrderView;
import io.millrace.gateway.view.OrderViews;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Orders: people's are submitted and canceled here; everybody's are shown. */
public record OrdersApi(ManualOrders manual, OrderViews views, Loaded loaded) implements Routes {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/orders", this::list).withQuery("accountId", "instrument", "status", "limit"),
                Endpoint.post("/v1/orders", this::submit),
                Endpoint.get("/v1/orders/{id}", this::get),
                Endpoint.delete("/v1/orders/{id}", this::cancel));
    }

    private Answer submit(Call call) {
        var order = OrderRequest.read(Fields.of(call.json()));
        return manual.submit(
                call, order.accountId(), order.instrument(), order.terms(), order.reason(), OrdersApi::submitted);
    }

    private static Answer submitted(OrderIntent intent) {
        var location = Map.of("Location", "/v1/orders/" + intent.intentId());
        return Answer.json(202, Json.text(OrderJson.of(OrderView.submitted(intent))), location);
    }

    private Answer cancel(Call call) {
        var order = find(call.pathParameter("id"));
        return manual.cancel(
                call, order.accountId(), order.instrument(), order.orderId(), intent -> cancelRequested(order, intent));
    }

    /** Refuses within the write only: a repeated request gets its earlier answer although the order is done by now. */
    private static Answer cancelRequested(OrderView order, OrderIntent intent) {
        if (order.status().isFinal()) {
            throw Problem.of(409, "ORDER_DONE", "the order cannot be canceled any more")
                    .withValues(order.status(), "an open order")
                    .exception();
        }
        var body = Json.object()
                .put("intentId", intent.intentId())
                .put("cancelOrderId", intent.cancelOrderId())
                .put("accountId", intent.accountId())
                .put("instrument", intent.instrument().toString())
                .put("requestedAt", EventTime.text(intent.eventTimeNanos()));
        return Answer.json(202, body);
    }

    private Answer get(Call call) {
        return Answer.json(200, OrderJson.of(find(call.pathParameter("id"))));
    }

    private OrderView find(String id) {
        loaded.require();
        return views.find(id)
                .or(() -> manual.find(id).map(OrderView::submitted))
                .orElseThrow(() -> Problem.of(404, "UNKNOWN_ORDER", "there is no order '" + id + "'")
                        .withValues(id, "")
                        .exception());
    }

    /** What risk has not decided yet comes first, then the rest, the latest first. */
    private Answer list(Call call) {
        loaded.require();
        int limit = call.queryNumber("limit", DEFAULT_LIMIT, 1, MOST);
        var wanted = wanted(call);
        var undecided = manual.latest(MOST).stream()
                .filter(intent -> views.find(intent.intentId()).isEmpty())
                .map(OrderView::submitted)
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
        return order -> matches(account, order.accountId())
                && matches(instrument, order.instrument().toString())
                && matches(status, order.status());
    }

    private static <T> boolean matches(Optional<T> wanted, T actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
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
