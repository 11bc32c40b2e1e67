package io.millrace.gateway;

import static io.millrace.gateway.ControlApiTest.assertProblem;
import static io.millrace.gateway.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionType;
import io.millrace.gateway.view.Events;
import io.millrace.schemas.Topics;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersApiTest {
    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway();
        Bodies.putBasics(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void showsAnOrderFromItsSubmissionOn() {
        var submitted = gateway.post("/v1/orders", Bodies.LIMIT_ORDER);

        assertThat(submitted.statusCode()).isEqualTo(202);
        assertThat(json(submitted).get("status").textValue()).isEqualTo("SUBMITTED");
        var location = submitted.headers().firstValue("Location").orElseThrow();
        assertThat(json(gateway.get(location))).isEqualTo(json(submitted));
        assertThat(orderIds(gateway.get("/v1/orders")))
                .containsExactly(json(submitted).get("orderId").textValue());
        assertThat(json(submitted).get("limitPrice").textValue()).isEqualTo("810.5");
        assertThat(json(submitted).get("decision").isNull()).isTrue();
    }

    @Test
    void showsWhatRiskObjectedTo() {
        gateway.views.orders().decided(Events.rejected(Events.intent("o1")));

        var order = json(gateway.get("/v1/orders/o1"));

        assertThat(order.get("status").textValue()).isEqualTo("REJECTED_BY_RISK");
        assertThat(order.at("/decision/approved").booleanValue()).isFalse();
        assertThat(order.at("/decision/objections/0/code").textValue()).isEqualTo("ORDER_NOTIONAL_TOO_LARGE");
        assertThat(order.at("/decision/objections/0/actual").textValue()).isEqualTo("25000");
        assertThat(order.at("/decision/objections/0/limit").textValue()).isEqualTo("20000");
        assertThat(order.at("/decision/objections")).hasSize(1);
        assertThat(order.at("/decision/policyVersion").longValue()).isEqualTo(3);
    }

    @Test
    void showsTheFillsOfAnOrder() {
        gateway.views.orders().decided(Events.approved(Events.intent("o1")));
        gateway.views.orders().reported(Events.accepted("o1", 1));
        gateway.views.orders().reported(Events.report("o1", 2, ExecutionType.FILLED, "2", "803.25"));

        var order = json(gateway.get("/v1/orders/o1"));

        assertThat(order.get("status").textValue()).isEqualTo("FILLED");
        assertThat(order.get("filledQuantity").textValue()).isEqualTo("2");
        assertThat(order.get("averagePrice").textValue()).isEqualTo("803.25");
        assertThat(order.at("/reports/1/price").textValue()).isEqualTo("803.25");
        assertThat(order.at("/reports/1/at").textValue()).isEqualTo("1970-01-01T00:00:00.000002002Z");
    }

    @Test
    void listsTheLatestFirstAndOnlyWhatIsAskedFor() {
        gateway.views.orders().decided(Events.rejected(Events.intent("o1")));
        gateway.views.orders().decided(Events.approved(Events.intent("o2")));
        var submitted = json(gateway.post("/v1/orders", Bodies.LIMIT_ORDER))
                .get("orderId")
                .textValue();

        assertThat(orderIds(gateway.get("/v1/orders"))).containsExactly(submitted, "o2", "o1");
        assertThat(orderIds(gateway.get("/v1/orders?limit=2"))).containsExactly(submitted, "o2");
        assertThat(orderIds(gateway.get("/v1/orders?status=APPROVED"))).containsExactly("o2");
        assertThat(orderIds(gateway.get("/v1/orders?accountId=bob"))).isEmpty();
        assertThat(orderIds(gateway.get("/v1/orders?instrument=BTC-USD.BITSTAMP&accountId=alice")))
                .hasSize(3);
        assertProblem(gateway.get("/v1/orders?status=GONE"), 400, "INVALID_PARAMETER", "GONE");
        assertProblem(gateway.get("/v1/orders?limit=1001"), 400, "INVALID_PARAMETER", "1001");
    }

    @Test
    void showsADecidedManualOrderOnce() {
        var log = gateway.outboxLog();
        gateway.post("/v1/orders", Bodies.LIMIT_ORDER);
        var intent = log.take().get(0).decode(Topics.INTENTS, gateway.registry);

        gateway.views.orders().decided(Events.approved(intent));

        assertThat(orderIds(gateway.get("/v1/orders"))).containsExactly(intent.intentId());
        assertThat(json(gateway.get("/v1/orders/" + intent.intentId()))
                        .get("status")
                        .textValue())
                .isEqualTo("APPROVED");
    }

    @Test
    void asksForTheCancelOfAnOpenOrder() {
        gateway.views.orders().decided(Events.approved(Events.intent("o1")));
        var log = gateway.outboxLog();

        var answer = gateway.delete("/v1/orders/o1");

        assertThat(answer.statusCode()).isEqualTo(202);
        var intent = log.take().get(0).decode(Topics.INTENTS, gateway.registry);
        assertThat(intent.action()).isEqualTo(Action.CANCEL);
        assertThat(intent.cancelOrderId()).isEqualTo("o1");
        assertThat(intent.accountId()).isEqualTo("alice");
        assertThat(intent.instrument()).isEqualTo(Events.BTC);
        assertThat(intent.strategyId()).isEqualTo("manual");
        assertThat(intent.terms()).isNull();
        assertThat(intent.intentId()).isEqualTo(json(answer).get("intentId").textValue());
    }

    @Test
    void cancelsAnOrderThatRiskHasNotSeenYet() {
        var submitted = gateway.post("/v1/orders", Bodies.LIMIT_ORDER);

        assertThat(gateway.delete("/v1/orders/" + json(submitted).get("orderId").textValue())
                        .statusCode())
                .isEqualTo(202);
        assertThat(gateway.count("SELECT ordinal FROM control.manual_orders WHERE action = 'CANCEL'"))
                .isEqualTo(2);
    }

    @Test
    void answersARepeatedCancelEvenWhenTheOrderIsDoneByThen() {
        gateway.views.orders().decided(Events.approved(Events.intent("o1")));
        var first = gateway.delete("/v1/orders/o1", "Idempotency-Key", "cancel-o1");
        gateway.views.orders().reported(Events.report("o1", 1, ExecutionType.CANCELED, "0", null));

        assertThat(gateway.delete("/v1/orders/o1", "Idempotency-Key", "cancel-o1")
                        .body())
                .isEqualTo(first.body());
        assertProblem(gateway.delete("/v1/orders/o1"), 409, "ORDER_DONE", "CANCELED");
        assertThat(gateway.count("SELECT count(*) FROM control.manual_orders")).isEqualTo(1);
    }

    @Test
    void refusesOrdersThatNameWhatDoesNotExist() {
        assertProblem(
                gateway.post("/v1/orders", Bodies.LIMIT_ORDER.replace("alice", "nobody")),
                422,
                "UNKNOWN_ACCOUNT",
                "nobody");
        assertProblem(
                gateway.post("/v1/orders", Bodies.LIMIT_ORDER.replace("BTC-USD", "XXX-USD")),
                422,
                "UNKNOWN_INSTRUMENT",
                "XXX-USD.BITSTAMP");
        assertProblem(gateway.delete("/v1/orders/none"), 404, "UNKNOWN_ORDER", "none");
        assertProblem(
                gateway.get("/v1/orders/00000000-0000-0000-0000-000000000000"),
                404,
                "UNKNOWN_ORDER",
                "00000000-0000-0000-0000-000000000000");
        assertThat(gateway.count("SELECT count(*) FROM control.manual_orders")).isZero();
    }

    @Test
    void refusesPricesAndQuantitiesThatCannotBe() {
        var price = gateway.post("/v1/orders", Bodies.LIMIT_ORDER.replace("810.5", "-810.5"));
        assertProblem(price, 422, "PRICE_NOT_POSITIVE", "-810.5");
        assertThat(json(price).get("limit").textValue()).isEqualTo("> 0");
        assertProblem(
                gateway.post("/v1/orders", Bodies.LIMIT_ORDER.replace("0.25", "0")), 422, "QUANTITY_NOT_POSITIVE", "0");
        assertProblem(
                gateway.post("/v1/orders", Bodies.LIMIT_ORDER.replace("LIMIT", "MARKET")),
                422,
                "MARKET_ORDER_WITH_LIMIT",
                "MARKET");
        assertProblem(
                gateway.post("/v1/orders", Bodies.MARKET_ORDER.replace("MARKET", "LIMIT")), 422, "MISSING_FIELD", "");
    }

    @Test
    void showsPositionsAndEquity() {
        gateway.views.positions().changed(Events.position("bob", "-2", "-1610"));
        gateway.views.positions().changed(Events.position("alice", "0", "0"));
        gateway.views.equity().changed(Events.equity("alice", "1010.25"));

        var positions = json(gateway.get("/v1/positions")).get("positions");
        assertThat(positions).hasSize(2);
        assertThat(positions.at("/0/accountId").textValue()).isEqualTo("alice");
        assertThat(positions.at("/0/averagePrice").isNull()).isTrue();
        assertThat(positions.at("/1/quantity").textValue()).isEqualTo("-2");
        assertThat(positions.at("/1/averagePrice").textValue()).isEqualTo("805");
        assertThat(json(gateway.get("/v1/positions?accountId=bob")).get("positions"))
                .hasSize(1);
        assertThat(json(gateway.get("/v1/accounts/alice/equity")).get("equity").textValue())
                .isEqualTo("1010.25");
        assertProblem(gateway.get("/v1/accounts/bob/equity"), 404, "NO_EQUITY_YET", "bob");
    }

    @Test
    void showsNoHalfReadViews() {
        gateway.loaded.set(false);

        for (var path : List.of("/v1/orders", "/v1/orders/o1", "/v1/positions", "/v1/accounts/alice/equity")) {
            var refused = gateway.get(path);
            assertProblem(refused, 503, "VIEWS_LOADING", "");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(gateway.get("/health").statusCode()).isEqualTo(503);
        assertThat(gateway.post("/v1/orders", Bodies.LIMIT_ORDER).statusCode()).isEqualTo(202);
    }

    private static List<String> orderIds(HttpResponse<String> response) {
        var ids = new ArrayList<String>();
        for (JsonNode order : json(response).get("orders")) {
            ids.add(order.get("orderId").textValue());
        }
        return ids;
    }
}
