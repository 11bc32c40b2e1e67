package io.millrace.gateway;

import static io.millrace.gateway.ControlApiTest.assertProblem;
import static io.millrace.gateway.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.Trailing;
import io.millrace.gateway.view.Events;
import io.millrace.schemas.Topics;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
    void answersARepeatedChangeEvenWhenTheOrderIsNotKnownAnyMore() {
        gateway.views.orders().decided(Events.approved(Events.intent("o1")));
        var first = gateway.delete("/v1/orders/o1", "Idempotency-Key", "cancel-o1");
        gateway.loaded.set(false);

        var again = gateway.delete("/v1/orders/o1", "Idempotency-Key", "cancel-o1");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void saysOfAnOrderThatIsNotKeptAnyMoreThatItIsDone() {
        var log = gateway.outboxLog();
        gateway.post("/v1/orders", Bodies.LIMIT_ORDER);
        gateway.post("/v1/orders", Bodies.LIMIT_ORDER);
        var intents = log.take().stream()
                .map(row -> row.decode(Topics.INTENTS, gateway.registry))
                .toList();
        // Risk has decided the second, so the first too: it is among those that were forgotten.
        gateway.views.orders().decided(Events.rejected(intents.get(1)));
        var path = "/v1/orders/" + intents.get(0).intentId();

        assertProblem(gateway.get(path), 410, "ORDER_NOT_KEPT", intents.get(0).intentId());
        assertProblem(
                gateway.delete(path), 410, "ORDER_NOT_KEPT", intents.get(0).intentId());
        assertThat(orderIds(gateway.get("/v1/orders")))
                .containsExactly(intents.get(1).intentId());
    }

    @Test
    void showsAndCancelsAnAttachedOrderThatRiskHasNotSeenYet() {
        var submitted = json(gateway.post(
                "/v1/orders",
                order("'type': 'LIMIT', 'limitPrice': '9', 'contingency': 'BRACKET', 'attached': ["
                        + "{'side': 'SELL', 'type': 'LIMIT', 'quantity': '1', 'limitPrice': '12'},"
                        + "{'side': 'SELL', 'type': 'STOP_MARKET', 'quantity': '1', 'triggerPrice': '8'}]")));
        var attached = submitted.at("/group/attachedOrderIds/1").textValue();

        var order = json(gateway.get("/v1/orders/" + attached));

        assertThat(order.get("orderId").textValue()).isEqualTo(attached);
        assertThat(order.get("status").textValue()).isEqualTo("SUBMITTED");
        assertThat(gateway.delete("/v1/orders/" + attached).statusCode()).isEqualTo(202);
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
                "LIMIT_PRICE_UNEXPECTED",
                "");
        assertProblem(
                gateway.post("/v1/orders", Bodies.MARKET_ORDER.replace("MARKET", "LIMIT")),
                422,
                "LIMIT_PRICE_MISSING",
                "");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void takesEveryKindOfOrder(String fields, OrderTerms terms) {
        var log = gateway.outboxLog();

        var answer = gateway.post("/v1/orders", order(fields));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var intent = log.take().get(0).decode(Topics.INTENTS, gateway.registry);
        assertThat(intent.terms()).isEqualTo(terms);
        assertThat(intent.attached()).isEmpty();
        assertThat(json(gateway.get("/v1/orders/" + intent.intentId())))
                .as("as it was stored")
                .isEqualTo(json(answer));
    }

    static Stream<Arguments> orders() {
        var one = Quantity.of("1");
        var resting = OrderTerms.limit(Side.BUY, one, Price.of("9"));
        return Stream.of(
                Arguments.of("'type': 'MARKET'", OrderTerms.market(Side.BUY, one)),
                Arguments.of(
                        "'type': 'MARKET', 'reduceOnly': true",
                        OrderTerms.market(Side.BUY, one).reducing()),
                Arguments.of("'type': 'LIMIT', 'limitPrice': '9'", resting),
                Arguments.of(
                        "'type': 'LIMIT', 'limitPrice': '9', 'postOnly': true, 'displayQuantity': '0.1'",
                        resting.postingOnly().showing(Quantity.of("0.1"))),
                Arguments.of(
                        "'type': 'LIMIT', 'limitPrice': '9', 'timeInForce': 'DAY'",
                        resting.lasting(TimeInForce.DAY, 0)),
                Arguments.of(
                        "'type': 'LIMIT', 'limitPrice': '9', 'timeInForce': 'FOK'",
                        resting.lasting(TimeInForce.FOK, 0)),
                Arguments.of(
                        "'type': 'LIMIT', 'limitPrice': '9', 'timeInForce': 'GTD',"
                                + " 'expireAt': '2013-12-01T00:00:00.000000001Z'",
                        resting.lasting(TimeInForce.GTD, 1_385_856_000_000_000_001L)),
                Arguments.of(
                        "'type': 'STOP_MARKET', 'triggerPrice': '11'",
                        OrderTerms.stopMarket(Side.BUY, one, Price.of("11"))),
                Arguments.of(
                        "'type': 'STOP_LIMIT', 'triggerPrice': '11', 'limitPrice': '12'",
                        OrderTerms.stopLimit(Side.BUY, one, Price.of("11"), Price.of("12"))),
                Arguments.of(
                        "'type': 'MARKET_IF_TOUCHED', 'triggerPrice': '8'",
                        OrderTerms.marketIfTouched(Side.BUY, one, Price.of("8"))),
                Arguments.of(
                        "'type': 'LIMIT_IF_TOUCHED', 'triggerPrice': '8', 'limitPrice': '9'",
                        OrderTerms.limitIfTouched(Side.BUY, one, Price.of("8"), Price.of("9"))),
                Arguments.of(
                        "'type': 'TRAILING_STOP_MARKET', 'trailing': {'offset': '5'}",
                        OrderTerms.trailingStop(Side.BUY, one, Trailing.by(Price.of("5")))),
                Arguments.of(
                        "'type': 'TRAILING_STOP_LIMIT', 'trailing': {'offsetBps': 150, 'limitOffset': '0'}",
                        OrderTerms.trailingStop(
                                Side.BUY, one, Trailing.byBps(150).withLimit(Price.ZERO))),
                Arguments.of("'type': 'MARKET_TO_LIMIT'", OrderTerms.marketToLimit(Side.BUY, one)),
                Arguments.of(
                        "'type': 'MARKET', 'algorithm': {'kind': 'TWAP', 'horizon': 'PT10M', 'slices': 4}",
                        OrderTerms.market(Side.BUY, one).splitBy(Algorithm.twap(600_000_000_000L, 4))),
                Arguments.of(
                        "'type': 'LIMIT', 'limitPrice': '9',"
                                + " 'algorithm': {'kind': 'VWAP', 'horizon': 'PT1M', 'weights': [5, 3, 2]}",
                        resting.splitBy(Algorithm.vwap(60_000_000_000L, List.of(5L, 3L, 2L)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type': 'STOP_MARKET'                                          | TRIGGER_PRICE_MISSING         | /triggerPrice",
                "'type': 'MARKET', 'triggerPrice': '1'                          | TRIGGER_PRICE_UNEXPECTED      | /triggerPrice",
                "'type': 'TRAILING_STOP_MARKET'                                 | TRAILING_MISSING              | /trailing",
                "'type': 'TRAILING_STOP_MARKET', 'trailing': {}                 | TRAILING_DISTANCE_INVALID     | /trailing",
                "'type': 'MARKET', 'timeInForce': 'GTD'                         | EXPIRY_MISSING                | /expireAt",
                "'type': 'MARKET_TO_LIMIT', 'timeInForce': 'IOC'                | CANNOT_REST                   | /timeInForce",
                "'type': 'MARKET', 'postOnly': true                             | POST_ONLY_CANNOT_POST         | /postOnly",
                "'type': 'LIMIT', 'limitPrice': '1', 'displayQuantity': '2'     | DISPLAY_QUANTITY_TOO_LARGE    | /displayQuantity",
                "'type': 'MARKET', 'algorithm': {'kind': 'TWAP', 'horizon': 'PT1M'} | ALGORITHM_SLICES_INVALID | /algorithm",
                "'type': 'MARKET', 'algorithm': {'kind': 'VWAP', 'horizon': 'PT1M', 'weights': [0]} | ALGORITHM_WEIGHTS_INVALID | /algorithm",
                "'type': 'MARKET', 'attached': [{'side': 'SELL', 'type': 'MARKET', 'quantity': '1'}] | CONTINGENCY_MISSING | /contingency",
                "'type': 'MARKET', 'contingency': 'OCO'                         | ATTACHED_MISSING              | /attached",
                "'type': 'MARKET', 'contingency': 'OCO', 'attached': [{'side': 'SELL', 'type': 'LIMIT', 'quantity': '1'}] | LIMIT_PRICE_MISSING | /attached/0/limitPrice"
            })
    void saysWhatIsWrongWithTheTerms(String fields, String code, String field) {
        var refused = gateway.post("/v1/orders", order(fields));
        assertProblem(refused, 422, code, json(refused).get("actual").textValue());
        // One that tells of several things names their fields.
        var several =
                json(gateway.post("/v1/orders", order(fields + ", 'odd': 1"))).get("errors");
        assertThat(several.findValuesAsText("field")).contains(field, "/odd");
    }

    @Test
    void submitsAGroupAndShowsEachOfItsOrders() {
        var log = gateway.outboxLog();
        var body = order("'type': 'LIMIT', 'limitPrice': '9', 'contingency': 'BRACKET', 'attached': ["
                + "{'side': 'SELL', 'type': 'LIMIT', 'quantity': '1', 'limitPrice': '12'},"
                + "{'side': 'SELL', 'type': 'STOP_MARKET', 'quantity': '1', 'triggerPrice': '8'}]");

        var answer = gateway.post("/v1/orders", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var intent = log.take().get(0).decode(Topics.INTENTS, gateway.registry);
        assertThat(intent.contingency()).isEqualTo(Contingency.BRACKET);
        assertThat(intent.attached())
                .containsExactly(
                        OrderTerms.limit(Side.SELL, Quantity.of("1"), Price.of("12")),
                        OrderTerms.stopMarket(Side.SELL, Quantity.of("1"), Price.of("8")));
        var ids = List.of(intent.intentId(), OrderIds.leg(intent.intentId(), 1), OrderIds.leg(intent.intentId(), 2));
        assertThat(json(answer).at("/group/attachedOrderIds/1").textValue()).isEqualTo(ids.get(2));
        assertThat(orderIds(gateway.get("/v1/orders"))).as("undecided").containsExactlyElementsOf(ids);

        gateway.views.orders().decided(Events.approved(intent));
        gateway.views
                .orders()
                .approved(Events.order(intent, ids.get(2), intent.attached().get(1)));

        assertThat(orderIds(gateway.get("/v1/orders?status=APPROVED"))).containsExactlyInAnyOrderElementsOf(ids);
        var stop = json(gateway.get("/v1/orders/" + ids.get(2)));
        assertThat(stop.get("type").textValue()).isEqualTo("STOP_MARKET");
        assertThat(stop.at("/group/firstOrderId").textValue()).isEqualTo(ids.get(0));
        assertThat(stop.at("/link/parentOrderId").textValue()).isEqualTo(ids.get(0));
    }

    @Test
    void asksForOtherTermsAndKeepsWhatIsNotNamed() {
        gateway.views
                .orders()
                .decided(Events.approved(
                        Events.intent("o1").withTerms(OrderTerms.limit(Side.BUY, Quantity.of("2"), Price.of("800")))));
        var log = gateway.outboxLog();

        var answer = gateway.put("/v1/orders/o1", "{\"limitPrice\": \"790.5\", \"timeInForce\": \"DAY\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var intent = log.take().get(0).decode(Topics.INTENTS, gateway.registry);
        assertThat(intent.action()).isEqualTo(Action.REPLACE);
        assertThat(intent.cancelOrderId()).isEqualTo("o1");
        assertThat(intent.terms())
                .isEqualTo(OrderTerms.limit(Side.BUY, Quantity.of("2"), Price.of("790.5"))
                        .lasting(TimeInForce.DAY, 0));
        assertProblem(gateway.put("/v1/orders/o1", "{\"triggerPrice\": \"1\"}"), 422, "TRIGGER_PRICE_UNEXPECTED", "");
        assertProblem(gateway.put("/v1/orders/o1", "{\"side\": \"SELL\"}"), 422, "UNKNOWN_FIELD", "SELL");

        gateway.views.orders().reported(Events.report("o1", 1, ExecutionType.CANCELED, "0", null));
        assertProblem(gateway.put("/v1/orders/o1", "{\"quantity\": \"3\"}"), 409, "ORDER_DONE", "CANCELED");
    }

    @Test
    void asksForTheCancelOfAllOrdersOfAnAccount() {
        var log = gateway.outboxLog();

        var answer = gateway.delete("/v1/orders?accountId=alice", "Idempotency-Key", "all");

        assertThat(answer.statusCode()).isEqualTo(202);
        var intent = log.take().get(0).decode(Topics.INTENTS, gateway.registry);
        assertThat(intent.action()).isEqualTo(Action.CANCEL_ALL);
        assertThat(intent.accountId()).isEqualTo("alice");
        assertThat(intent.instrument()).isNull();
        assertThat(gateway.delete("/v1/orders?accountId=alice", "Idempotency-Key", "all")
                        .body())
                .isEqualTo(answer.body());
        assertThat(log.take()).isEmpty();
        assertProblem(gateway.delete("/v1/orders"), 400, "MISSING_PARAMETER", "");
        assertProblem(gateway.delete("/v1/orders?accountId=nobody"), 404, "UNKNOWN_ACCOUNT", "nobody");
    }

    @Test
    void listsOnlyWhatIsOpenOrDone() {
        gateway.views.orders().decided(Events.rejected(Events.intent("o1")));
        gateway.views.orders().decided(Events.approved(Events.intent("o2")));

        assertThat(orderIds(gateway.get("/v1/orders?open=true"))).containsExactly("o2");
        assertThat(orderIds(gateway.get("/v1/orders?open=false"))).containsExactly("o1");
        assertProblem(gateway.get("/v1/orders?open=maybe"), 400, "INVALID_PARAMETER", "maybe");
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

    private static String order(String fields) {
        return ("{'accountId': 'alice', 'instrument': 'BTC-USD.BITSTAMP', 'side': 'BUY', 'quantity': '1', " + fields
                        + "}")
                .replace('\'', '"');
    }
}
