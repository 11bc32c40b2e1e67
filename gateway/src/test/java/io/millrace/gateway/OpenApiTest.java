package io.millrace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.regime.RegimeKind;
import io.millrace.core.sizing.SizingKind;
import io.millrace.core.strategy.StrategyKind;
import io.millrace.gateway.control.TermsDocument;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.view.Events;
import io.millrace.gateway.view.OrderStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static TestGateway gateway;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        gateway = new TestGateway();
        document = new YAMLMapper().readTree(gateway.get("/openapi.yaml").body());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        var described = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
                    if (METHODS.contains(name)) {
                        described.add(name.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));

        assertThat(described)
                .isEqualTo(gateway.endpoints.stream()
                        .map(endpoint -> endpoint.method() + " " + endpoint.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void describesWhichQueryParametersARouteTakes() {
        var described = new TreeMap<String, Set<String>>();
        for (var endpoint : gateway.endpoints) {
            var names = new TreeSet<String>();
            operation(endpoint).path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    names.add(parameter.get("name").textValue());
                }
            });
            described.put(endpoint.method() + " " + endpoint.path(), names);
        }

        assertThat(described).allSatisfy((route, names) -> assertThat(names)
                .as(route)
                .isEqualTo(new TreeSet<>(gateway.endpoints.stream()
                        .filter(endpoint -> route.equals(endpoint.method() + " " + endpoint.path()))
                        .findFirst()
                        .orElseThrow()
                        .queryParameters())));
    }

    @Test
    void saysWhichRoutesNeedNoToken() {
        assertThat(gateway.endpoints)
                .allSatisfy(endpoint -> assertThat(operation(endpoint).has("security"))
                        .as(endpoint.path())
                        .isEqualTo(endpoint.open()));
        assertThat(gateway.endpoints)
                .filteredOn(Endpoint::open)
                .extracting(Endpoint::path)
                .containsExactly("/health");
    }

    @Test
    void givesExamplesThatTheGatewayTakes() {
        var policy = document.at("/components/schemas/PolicyBody/examples/0");

        assertThat(gateway.put("/v1/instruments/BTC-USD.BITSTAMP", example("put", "/v1/instruments/{id}"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(gateway.put("/v1/policies/demo", policy.toString()).statusCode())
                .isEqualTo(201);
        assertThat(gateway.post("/v1/accounts", example("post", "/v1/accounts")).statusCode())
                .isEqualTo(201);
        assertThat(gateway.put("/v1/accounts/demo", example("put", "/v1/accounts/{id}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.post("/v1/accounts/demo/deposits", example("post", "/v1/accounts/{id}/deposits"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.put("/v1/strategies/demo", example("put", "/v1/strategies/{id}"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(gateway.put("/v1/models/demo", example("put", "/v1/models/{id}"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(gateway.put("/v1/policies/demo/mode", example("put", "/v1/policies/{id}/mode"))
                        .statusCode())
                .isEqualTo(200);
        document.at("/paths/~1v1~1orders/post/requestBody/content/application~1json/examples")
                .forEach(example -> {
                    var answer = gateway.post("/v1/orders", example.get("value").toString());
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                });

        assertThat(names(TestGateway.json(gateway.get("/v1/policies/demo")))).isEqualTo(described("Policy"));
        assertThat(names(TestGateway.json(gateway.get("/v1/accounts/demo")))).isEqualTo(described("Account"));
        assertThat(names(TestGateway.json(gateway.get("/v1/strategies/demo")))).isEqualTo(described("Strategy"));
        assertThat(names(TestGateway.json(gateway.get("/v1/models/demo")))).isEqualTo(described("Model"));
        assertThat(names(TestGateway.json(gateway.get("/v1/instruments/BTC-USD.BITSTAMP"))))
                .isEqualTo(described("Instrument"));
    }

    @Test
    void describesTheFieldsOfOrdersAndTheirParts() {
        gateway.views.orders().decided(Events.rejected(Events.intent("o1")));
        gateway.views.orders().reported(Events.report("o1", 1, ExecutionType.FILLED, "2", "800"));
        gateway.views.positions().changed(Events.position("alice", "1", "800"));
        gateway.views.equity().changed(Events.equity("alice", "1000"));

        var order = TestGateway.json(gateway.get("/v1/orders/o1"));
        assertThat(names(order)).isEqualTo(described("Order"));
        assertThat(names(order.get("decision"))).isEqualTo(described("Decision"));
        assertThat(names(order.at("/reports/0"))).isEqualTo(described("Report"));
        assertThat(names(TestGateway.json(gateway.get("/v1/positions")).at("/positions/0")))
                .isEqualTo(described("Position"));
        assertThat(names(TestGateway.json(gateway.get("/v1/accounts/alice/equity"))))
                .isEqualTo(described("Equity"));
        var problem = names(TestGateway.json(gateway.get("/v1/accounts/nobody")));
        problem.add("errors");
        assertThat(problem).isEqualTo(described("Problem"));
    }

    @Test
    void describesEveryTermOfAnOrder() {
        assertThat(enumOf("OrderType")).containsExactlyElementsOf(names(OrderType.values()));
        assertThat(enumOf("TimeInForce")).containsExactlyElementsOf(names(TimeInForce.values()));
        assertThat(document.at("/components/schemas/Report/properties/type/enum"))
                .extracting(JsonNode::textValue)
                .containsExactlyElementsOf(names(ExecutionType.values()));
        var kinds = document.at("/components/schemas/Sizing/properties/kind/description")
                .textValue();
        assertThat(SizingKind.values()).extracting(SizingKind::word).allSatisfy(word -> assertThat(kinds)
                .contains(word));
        var terms = TermsDocument.write(OrderTerms.market(Side.BUY, Quantity.of("1")));
        assertThat(names(terms)).isEqualTo(described("Terms"));
    }

    private static List<String> enumOf(String schema) {
        var constants = new ArrayList<String>();
        document.at("/components/schemas/" + schema + "/enum").forEach(constant -> constants.add(constant.textValue()));
        return constants;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    @Test
    void namesEveryOrderStatusAndKindOfStrategyAndModel() {
        var statuses = new TreeSet<String>();
        document.at("/components/schemas/OrderStatus/enum").forEach(status -> statuses.add(status.textValue()));
        assertThat(OrderStatus.values()).extracting(Enum::name).containsExactlyInAnyOrderElementsOf(statuses);
        var kinds = document.at("/components/schemas/StrategyBody/properties/kind/description")
                .textValue();
        var models = document.at("/components/schemas/ModelBody/properties/kind/description")
                .textValue();
        assertThat(RegimeKind.values()).extracting(RegimeKind::word).allSatisfy(word -> assertThat(models)
                .contains(word));
        assertThat(StrategyKind.values()).extracting(StrategyKind::word).allSatisfy(word -> assertThat(kinds)
                .contains(word));
    }

    @Test
    void namesOnlyPartsThatExist() {
        document.findValuesAsText("$ref").forEach(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    private static JsonNode operation(Endpoint endpoint) {
        return document.get("paths").get(endpoint.path()).get(endpoint.method().toLowerCase(Locale.ROOT));
    }

    private static String example(String method, String path) {
        return document.get("paths")
                .get(path)
                .get(method)
                .at("/requestBody/content/application~1json/example")
                .toString();
    }

    /** Field names that a schema describes, those of its parts included. */
    private static Set<String> described(String schema) {
        var names = new TreeSet<String>();
        collect(document.at("/components/schemas/" + schema), names);
        return names;
    }

    private static void collect(JsonNode schema, Set<String> names) {
        if (schema.has("$ref")) {
            collect(document.at(schema.get("$ref").textValue().substring(1)), names);
        }
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        if (schema.has("required") && schema.has("properties")) {
            schema.get("required").forEach(required -> names.add(required.textValue()));
        }
        schema.path("allOf").forEach(part -> collect(part, names));
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
