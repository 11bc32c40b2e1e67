package io.millrace.gateway;

import static io.millrace.gateway.ControlApiTest.assertProblem;
import static io.millrace.gateway.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private static final String KEY = "Idempotency-Key";
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
    void answersARepeatedRequestAsTheFirstTime() {
        var body = Bodies.ACCOUNT.replace("alice", "dora");
        var first = gateway.post("/v1/accounts", body, KEY, "create-dora");
        var again = gateway.post("/v1/accounts", body, KEY, "create-dora");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location")).hasValue("/v1/accounts/dora");
        assertThat(again.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(gateway.count("SELECT count(*) FROM control.accounts WHERE id = 'dora'"))
                .isEqualTo(1);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherRequest() {
        gateway.put("/v1/policies/keyed", Bodies.POLICY, KEY, "k1");

        assertProblem(
                gateway.put("/v1/policies/keyed", Bodies.POLICY.replace("20000", "1"), KEY, "k1"),
                422,
                "IDEMPOTENCY_KEY_REUSED",
                "k1");
        assertProblem(gateway.put("/v1/policies/other", Bodies.POLICY, KEY, "k1"), 422, "IDEMPOTENCY_KEY_REUSED", "k1");
        assertThat(gateway.count("SELECT count(*) FROM control.policies WHERE id IN ('keyed', 'other')"))
                .isEqualTo(1);
    }

    @Test
    void refusesAKeyThatIsNotVisibleText() {
        assertProblem(
                gateway.put("/v1/policies/spaced", Bodies.POLICY, KEY, "a b"), 400, "INVALID_IDEMPOTENCY_KEY", "a b");
    }

    @Test
    void leavesTheKeyOfARefusedRequestFree() {
        var order = Bodies.MARKET_ORDER.replace("alice", "late");
        assertProblem(gateway.post("/v1/orders", order, KEY, "k2"), 422, "UNKNOWN_ACCOUNT", "late");
        gateway.post("/v1/accounts", Bodies.ACCOUNT.replace("alice", "late"));

        assertThat(gateway.post("/v1/orders", order, KEY, "k2").statusCode()).isEqualTo(202);
    }

    @Test
    void derivesAnOrdersIdFromTheAccountAndTheKey() {
        var order = gateway.post("/v1/orders", Bodies.MARKET_ORDER, KEY, "k3");

        // MD5 of "manual|alice|k3" as a UUID of version 3
        assertThat(json(order).get("orderId").textValue()).isEqualTo("4533fe2d-8fcd-3586-9297-3b25515d6df6");
    }

    @Test
    void letsOneOfTwentyConcurrentRequestsWin() {
        var answers = IntStream.range(0, 20)
                .mapToObj(i ->
                        gateway.sendAsync(gateway.request("POST", "/v1/orders", Bodies.LIMIT_ORDER, KEY, "twenty")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.get(0).body());
        assertThat(answers)
                .filteredOn(answer ->
                        answer.headers().firstValue("Idempotent-Replayed").isEmpty())
                .hasSize(1);
        var orderId = json(answers.get(0)).get("orderId").textValue();
        assertThat(gateway.count("SELECT count(*) FROM control.manual_orders WHERE reason = 'cheap'"))
                .isEqualTo(1);
        assertThat(gateway.count("SELECT count(*) FROM control.manual_orders WHERE intent_id = '" + orderId + "'"))
                .isEqualTo(1);
    }

    @Test
    void givesConcurrentWritersOfOneEntityVersionsWithoutGap() {
        IntStream.range(0, 20)
                .mapToObj(i -> gateway.sendAsync(gateway.request("PUT", "/v1/policies/busy", Bodies.POLICY)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(gateway.count("SELECT count(*) FROM control.policies WHERE id = 'busy'"))
                .isEqualTo(20);
        assertThat(gateway.count("SELECT max(version) FROM control.policies WHERE id = 'busy'"))
                .isEqualTo(20);
    }
}
