package io.millrace.gateway;

import static io.millrace.gateway.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ControlApiTest {
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new TestGateway();
        Bodies.putBasics(gateway);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void answersWithWhatWasWritten() {
        var written = gateway.put("/v1/instruments/ETH-USD.BITSTAMP", Bodies.INSTRUMENT);

        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(written.headers().firstValue("ETag")).hasValue("\"1\"");
        var body = json(written);
        assertThat(body.get("instrument").textValue()).isEqualTo("ETH-USD.BITSTAMP");
        assertThat(body.get("version").longValue()).isEqualTo(1);
        assertThat(body.get("tickSize").textValue()).isEqualTo("0.01");
        assertThat(body.get("lotSize").textValue()).isEqualTo("0.00000001");
        assertThat(body.get("effectiveFrom").textValue()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(body.get("author").textValue()).isEqualTo("operator");
        assertThat(json(gateway.get("/v1/instruments/ETH-USD.BITSTAMP"))).isEqualTo(body);
    }

    @Test
    void everyWriteMakesTheNextVersionAndKeepsTheEarlierOnes() {
        gateway.put("/v1/policies/growing", Bodies.POLICY);
        var second = gateway.put("/v1/policies/growing", Bodies.POLICY.replace("20000", "30000"));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second).at("/version").longValue()).isEqualTo(2);
        assertThat(json(gateway.get("/v1/policies/growing"))
                        .at("/normal/maxOrderNotional")
                        .textValue())
                .isEqualTo("30000");
        assertThat(gateway.count("SELECT count(*) FROM control.policies WHERE id = 'growing'"))
                .isEqualTo(2);
        assertThat(gateway.count(
                        "SELECT effective_from_nanos FROM control.policies WHERE id = 'growing' AND version = 1"))
                .isEqualTo(1_385_337_600_000_000_001L);
    }

    @Test
    void aPolicyLimitsOnlyInstrumentsThatThereAre() {
        var limits = Bodies.limits("20000");
        var limited =
                limits.substring(0, limits.length() - 1) + ", \"safeguards\": {\"maxNotionalOf\": {\"%s\": \"5\"}}}";
        for (var id : List.of("a b.V", "BTC-USD.", "BTC|USD.BITSTAMP")) {
            var refused = gateway.put("/v1/policies/narrow", Bodies.POLICY.replace(limits, limited.formatted(id)));
            assertProblem(refused, 422, "INVALID_TEXT", id);
        }
        assertProblem(
                gateway.put(
                        "/v1/policies/narrow", Bodies.POLICY.replace(limits, limited.formatted("XXX-USD.BITSTAMP"))),
                422,
                "UNKNOWN_INSTRUMENT",
                "XXX-USD.BITSTAMP");
        var taken = gateway.put(
                "/v1/policies/narrow", Bodies.POLICY.replace(limits, limited.formatted("BTC-USD.BITSTAMP")));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    @Test
    void holdsFromNowOnUnlessItIsSaid() {
        assertThat(json(gateway.get("/v1/accounts/alice")).get("effectiveFrom").textValue())
                .isEqualTo(TestGateway.NOW.toString());
    }

    @Test
    void depositsAndWithdrawsCashOfEveryCurrencyOfAnAccount() {
        gateway.put("/v1/instruments/EUR-USD.FX", Bodies.INSTRUMENT);
        gateway.post("/v1/accounts", Bodies.account("saver", "\"conversions\": {\"EUR\": \"EUR-USD.FX\"}"));

        var more = gateway.post("/v1/accounts/saver/deposits", "{\"amount\": \"50.5\"}");
        var less = gateway.post("/v1/accounts/saver/deposits", "{\"amount\": \"-200000\", \"currency\": \"USD\"}");
        var euros = gateway.post("/v1/accounts/saver/deposits", "{\"amount\": \"7\", \"currency\": \"EUR\"}");

        assertThat(json(more).at("/deposit").textValue()).isEqualTo("100050.5");
        assertThat(json(less).at("/deposit").textValue()).isEqualTo("-99949.5");
        assertThat(json(euros).at("/version").longValue()).isEqualTo(4);
        assertThat(json(gateway.get("/v1/accounts/saver"))
                        .at("/otherDeposits/EUR")
                        .textValue())
                .isEqualTo("7");
        assertProblem(
                gateway.post("/v1/accounts/saver/deposits", "{\"amount\": \"7\", \"currency\": \"JPY\"}"),
                422,
                "NO_CONVERSION",
                "JPY");
        assertProblem(
                gateway.post("/v1/accounts/nobody/deposits", "{\"amount\": \"7\"}"), 404, "UNKNOWN_ACCOUNT", "nobody");
    }

    @Test
    void changesAnAccountButNotHowItsBooksAreKept() {
        gateway.post("/v1/accounts", Bodies.account("changing", "\"costs\": \"FIFO\", \"type\": \"CASH\""));
        var body = "{\"currency\": \"USD\", \"deposit\": \"5\", \"policyId\": \"careful\", \"mode\": \"REDUCING\"}";

        assertProblem(gateway.put("/v1/accounts/changing", body), 422, "CANNOT_CHANGE", "AVERAGE");
        var changed = gateway.put("/v1/accounts/changing", body.replace("\"mode\"", "\"costs\": \"FIFO\", \"mode\""));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).at("/mode").textValue()).isEqualTo("REDUCING");
        assertThat(json(changed).at("/type").textValue()).isEqualTo("MARGIN");
        assertThat(json(changed).at("/version").longValue()).isEqualTo(2);
        assertProblem(gateway.put("/v1/accounts/changing", body.replace("USD", "EUR")), 422, "CANNOT_CHANGE", "EUR");
        assertProblem(gateway.put("/v1/accounts/nobody", body), 404, "UNKNOWN_ACCOUNT", "nobody");
    }

    @Test
    void refusesAnAccountThatStartsWithDebtOrHasNoWayToConvert() {
        assertProblem(
                gateway.post(
                        "/v1/accounts",
                        Bodies.account("debtor", "\"mode\": null").replace("100000", "-1")),
                422,
                "MUST_NOT_BE_NEGATIVE",
                "-1");
        assertProblem(
                gateway.post("/v1/accounts", Bodies.account("stuck", "\"otherDeposits\": {\"EUR\": \"1\"}")),
                422,
                "NO_CONVERSION",
                "EUR");
        assertProblem(
                gateway.post("/v1/accounts", Bodies.account("lost", "\"conversions\": {\"EUR\": \"EUR-USD.NOWHERE\"}")),
                422,
                "UNKNOWN_INSTRUMENT",
                "EUR-USD.NOWHERE");
    }

    @Test
    void keepsMarginsFeesAndFundingOfAnInstrument() {
        var body = Bodies.INSTRUMENT.replace(
                "\"takerFeeBps\"",
                """
                "initialMarginBps": 1000, "maintenanceMarginBps": 500, "minNotional": "10", "group": "crypto",
                "fees": {"perUnit": "0.005", "minimum": "1",
                         "tiers": [{"fromNotional": "100000", "takerFeeBps": 8, "makerFeeBps": 2}]},
                "funding": {"rate": "-0.0001", "interval": "PT8H"}, "calendar": "us-equities", "takerFeeBps\"""");
        var written = json(gateway.put("/v1/instruments/PERP.BITSTAMP", body));
        assertThat(written.at("/funding/rate").textValue()).isEqualTo("-0.0001");
        assertThat(written.at("/fees/tiers/0/makerFeeBps").longValue()).isEqualTo(2);
        assertThat(json(gateway.get("/v1/instruments/PERP.BITSTAMP"))).isEqualTo(written);
        assertProblem(
                gateway.put("/v1/instruments/PERP.BITSTAMP", body.replace("us-equities", "mars")),
                422,
                "UNKNOWN_CALENDAR",
                "mars");
        assertProblem(
                gateway.put("/v1/instruments/PERP.BITSTAMP", body.replace("PT8H", "PT8H1S")),
                422,
                "INVALID_DURATION",
                "PT8H1S");
    }

    @Test
    void switchesAPolicysModeAndKeepsItsLimits() {
        gateway.put("/v1/policies/switched", Bodies.POLICY);

        var halted = gateway.put("/v1/policies/switched/mode", "{\"mode\": \"HALTED\"}");

        assertThat(halted.statusCode()).isEqualTo(200);
        assertThat(json(halted).get("version").longValue()).isEqualTo(2);
        assertThat(json(halted).get("mode").textValue()).isEqualTo("HALTED");
        assertThat(json(halted).at("/aggressive/maxOrderNotional").textValue()).isEqualTo("50000");
        assertThat(json(halted).get("effectiveFrom").textValue()).isEqualTo(TestGateway.NOW.toString());
        assertProblem(
                gateway.put("/v1/policies/nobody/mode", "{\"mode\": \"HALTED\"}"), 404, "UNKNOWN_POLICY", "nobody");
        assertProblem(
                gateway.put("/v1/policies/switched/mode", "{\"mode\": \"BRAVE\"}"), 422, "UNKNOWN_CHOICE", "BRAVE");
    }

    @Test
    void tellsEveryMissingLimitAtOnce() {
        var body = Bodies.POLICY
                .replaceFirst("\"maxDailyLoss\": \"10000\", ", "")
                .replaceFirst("\"maxOrderNotional\": \"20000\", ", "");

        var refused = gateway.put("/v1/policies/lacking", body);

        assertProblem(refused, 422, "MISSING_LIMIT", "");
        assertThat(json(refused).get("limit").textValue()).isEqualTo("required");
        assertThat(errors(refused, "field")).containsExactly("/aggressive/maxDailyLoss", "/normal/maxOrderNotional");
        assertThat(gateway.get("/v1/policies/lacking").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAPolicyWithoutTheLimitsOfAMode() {
        var refused = gateway.put("/v1/policies/lacking", "{\"mode\": \"NORMAL\"}");

        assertThat(errors(refused, "code")).containsOnly("MISSING_LIMIT");
        assertThat(errors(refused, "field")).containsExactly("/aggressive", "/normal", "/defensive");
    }

    @Test
    void refusesALimitThatThereIsNot() {
        var refused = gateway.put(
                "/v1/policies/misspelt", Bodies.POLICY.replaceFirst("\"maxDailyLoss\"", "\"maxDailyLos\": \"1\", $0"));

        assertProblem(refused, 422, "UNKNOWN_FIELD", "1");
        assertThat(json(refused).get("detail").textValue()).startsWith("/aggressive/maxDailyLos must be one of");
    }

    @Test
    void refusesNumbersThatWouldLoseDigitsOrMeaning() {
        var refused = gateway.put(
                "/v1/instruments/BAD.BITSTAMP",
                """
                {"baseCurrency": "btc", "quoteCurrency": "USD", "tickSize": "-0.01", "lotSize": 0.00000001,
                 "minQuantity": "0.000000001", "maxQuantity": "1e9", "takerFeeBps": 1.5, "makerFeeBps": 10001,
                 "effectiveFrom": "yesterday", "tickSise": "0.01"}""");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused, "field"))
                .containsExactly(
                        "/baseCurrency",
                        "/tickSize",
                        "/lotSize",
                        "/minQuantity",
                        "/maxQuantity",
                        "/takerFeeBps",
                        "/makerFeeBps",
                        "/effectiveFrom",
                        "/tickSise");
        assertThat(errors(refused, "code"))
                .containsExactly(
                        "INVALID_TEXT",
                        "PRICE_NOT_POSITIVE",
                        "NOT_A_DECIMAL",
                        "DECIMAL_TOO_PRECISE_OR_LARGE",
                        "NOT_A_DECIMAL",
                        "NOT_A_WHOLE_NUMBER",
                        "OUT_OF_RANGE",
                        "INVALID_TIME",
                        "UNKNOWN_FIELD");
    }

    @Test
    void refusesAnAccountThatExistsAndOneWithoutItsPolicy() {
        assertProblem(gateway.post("/v1/accounts", Bodies.ACCOUNT), 409, "ACCOUNT_EXISTS", "alice");
        assertProblem(
                gateway.post(
                        "/v1/accounts", Bodies.ACCOUNT.replace("alice", "bob").replace("careful", "reckless")),
                422,
                "UNKNOWN_POLICY",
                "reckless");
        assertProblem(gateway.get("/v1/accounts/bob"), 404, "UNKNOWN_ACCOUNT", "bob");
    }

    @Test
    void tellsWhereANewAccountIs() {
        var created = gateway.post("/v1/accounts", Bodies.ACCOUNT.replace("alice", "carol"));

        assertThat(created.statusCode()).isEqualTo(201);
        var location = created.headers().firstValue("Location").orElseThrow();
        assertThat(json(gateway.get(location)).get("deposit").textValue()).isEqualTo("100000.00000001");
        var listed = json(gateway.get("/v1/accounts")).get("accounts");
        assertThat(texts(listed, "accountId")).contains("alice", "carol").isSorted();
    }

    @Test
    void takesAStrategyThatCanBeRun() {
        var written = gateway.put("/v1/strategies/rsi-btc", Bodies.STRATEGY);

        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(json(written).at("/parameters/oversold").doubleValue()).isEqualTo(25.5);
        assertThat(json(written).get("enabled").booleanValue()).isTrue();
        assertThat(json(written).get("interval").textValue()).isEqualTo("PT1M");
    }

    @Test
    void takesAStrategyWithABudgetAndASizing() {
        var body = Bodies.STRATEGY.strip().replaceFirst("\\}$", "")
                + ", \"budget\": \"2500\", \"sizing\": {\"kind\": \"atr-risk\", \"parameters\": {\"fraction\": 0.01}}}";
        var written = gateway.put("/v1/strategies/sized", body);

        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        assertThat(json(written).get("budget").textValue()).isEqualTo("2500");
        assertThat(json(written).at("/sizing/kind").textValue()).isEqualTo("atr-risk");
        assertThat(json(gateway.get("/v1/strategies/sized"))).isEqualTo(json(written));
        assertProblem(
                gateway.put("/v1/strategies/odd", body.replace("atr-risk", "martingale")),
                422,
                "UNKNOWN_SIZING_KIND",
                "martingale");
        assertProblem(gateway.put("/v1/strategies/odd", body.replace("0.01", "2")), 422, "INVALID_SIZING", "");
        assertProblem(gateway.put("/v1/strategies/odd", body.replace("2500", "-1")), 422, "MUST_NOT_BE_NEGATIVE", "-1");
    }

    @Test
    void refusesAStrategyThatAsksForInputsCleanOfWhatIsNoFlag() {
        var body = Bodies.STRATEGY.replace("\"OUTLIER\"", "\"UGLY\"");

        assertProblem(gateway.put("/v1/strategies/odd", body), 422, "UNKNOWN_CHOICE", "[\"GAP\",\"UGLY\"]");
    }

    @Test
    void refusesAStrategyOfAnUnknownKind() {
        var refused = gateway.put("/v1/strategies/odd", Bodies.STRATEGY.replace("rsi-reversal", "crystal-ball"));

        assertProblem(refused, 422, "UNKNOWN_STRATEGY_KIND", "crystal-ball");
        assertThat(json(refused).get("limit").textValue()).contains("rsi-reversal", "macd-cross");
    }

    @Test
    void tellsEveryWrongParameterOfAStrategyAtOnce() {
        var refused = gateway.put(
                "/v1/strategies/odd",
                Bodies.STRATEGY.replace("\"period\": 14, \"oversold\": 25.5", "\"period\": 1.5, \"moon\": 2"));

        assertThat(errors(refused, "code"))
                .containsExactly("UNKNOWN_STRATEGY_PARAMETER", "STRATEGY_PARAMETER_OUT_OF_RANGE");
        assertThat(errors(refused, "actual")).containsExactly("2.0", "1.5");
    }

    @Test
    void refusesParametersThatContradictEachOther() {
        assertProblem(
                gateway.put("/v1/strategies/odd", Bodies.STRATEGY.replace("25.5", "95")), 422, "INVALID_STRATEGY", "");
    }

    @Test
    void takesAModelThatCanBeRun() {
        var written = gateway.put("/v1/models/btc-5m", Bodies.MODEL);

        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(json(written).at("/parameters/volatilityRatio").doubleValue())
                .isEqualTo(1.5);
        assertThat(json(written).at("/training/to").textValue()).isEqualTo("2013-12-01T16:00:00.000000001Z");
        assertThat(json(written).get("interval").textValue()).isEqualTo("PT5M");
        assertThat(json(gateway.get("/v1/models/btc-5m"))).isEqualTo(json(written));
        assertThat(texts(json(gateway.get("/v1/models")).get("models"), "modelId"))
                .contains("btc-5m");
        var untrained = gateway.put("/v1/models/btc-5m", Bodies.MODEL.replaceFirst(",\\s*\"training[^}]*}", ""));
        assertThat(untrained.statusCode()).isEqualTo(200);
        assertThat(json(untrained).has("training")).isFalse();
    }

    @Test
    void refusesModelsThatCannotBeRun() {
        assertProblem(
                gateway.put("/v1/models/odd", Bodies.MODEL.replace("volatility-trend", "moon-phase")),
                422,
                "UNKNOWN_MODEL_KIND",
                "moon-phase");
        var refused = gateway.put("/v1/models/odd", Bodies.MODEL.replace("\"fast\": 10", "\"fast\": 1.5, \"moon\": 2"));
        assertProblem(refused, 422, "INVALID_MODEL", "");
        assertThat(json(refused).get("detail").textValue())
                .contains("fast must be a whole number from 2.0 to 1000.0, was 1.5")
                .contains("no parameter 'moon'");
        assertProblem(
                gateway.put("/v1/models/odd", Bodies.MODEL.replace("volatility-trend", "gaussian-hmm")),
                422,
                "INVALID_MODEL",
                "");
        assertProblem(gateway.put("/v1/models/volatility-trend", Bodies.MODEL), 422, "INVALID_ID", "volatility-trend");
        var lacking = gateway.put(
                "/v1/models/odd", Bodies.MODEL.replace("\"bars\": 1900,", "").replace("-12.25", "\"low\""));
        assertThat(errors(lacking, "field")).containsExactly("/training/bars", "/training/logLikelihood");
        assertThat(errors(lacking, "code")).containsExactly("MISSING_FIELD", "NOT_A_NUMBER");
        assertThat(gateway.get("/v1/models/odd").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsEveryUnknownEntityThatAStrategyNames() {
        var refused = gateway.put(
                "/v1/strategies/odd", Bodies.STRATEGY.replace("alice", "nobody").replace("BITSTAMP", "NOWHERE"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused, "code")).containsExactly("UNKNOWN_ACCOUNT", "UNKNOWN_INSTRUMENT");
    }

    @Test
    void refusesIdsThatStandForSomethingElse() {
        assertProblem(gateway.put("/v1/strategies/manual", Bodies.STRATEGY), 422, "INVALID_ID", "manual");
        assertProblem(gateway.put("/v1/policies/a%7Cb", Bodies.POLICY), 422, "INVALID_ID", "a|b");
        assertProblem(gateway.put("/v1/instruments/BTC", Bodies.INSTRUMENT), 422, "INVALID_ID", "BTC");
    }

    @Test
    void writesOnlyUponTheVersionThatIfMatchNames() {
        gateway.put("/v1/policies/matched", Bodies.POLICY);

        assertThat(gateway.put("/v1/policies/matched", Bodies.POLICY, "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                gateway.put("/v1/policies/matched", Bodies.POLICY, "If-Match", "\"1\""),
                412,
                "VERSION_MISMATCH",
                "\"2\"");
        assertProblem(
                gateway.put("/v1/policies/unmatched", Bodies.POLICY, "If-Match", "*"), 412, "VERSION_MISMATCH", "none");
    }

    static void assertProblem(HttpResponse<String> response, int status, String code, String actual) {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = json(response);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("code").textValue()).isEqualTo(code);
        assertThat(problem.get("actual").textValue()).isEqualTo(actual);
        assertThat(problem.get("type").textValue())
                .isEqualTo("urn:millrace:problem:"
                        + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        assertThat(problem.get("title").textValue()).isNotBlank();
        assertThat(problem.get("detail").textValue()).isNotBlank();
    }

    private static List<String> errors(HttpResponse<String> response, String member) {
        return texts(json(response).get("errors"), member);
    }

    private static List<String> texts(JsonNode array, String member) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.get(member).textValue()));
        return texts;
    }
}
