package io.millrace.gateway;

import static io.millrace.gateway.ControlApiTest.assertProblem;
import static io.millrace.gateway.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.gateway.view.Events;
import io.millrace.schemas.Topics;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountCommandsApiTest {
    private TestGateway gateway;
    private OutboxLog log;

    @BeforeEach
    void start() {
        gateway = new TestGateway();
        Bodies.putBasics(gateway);
        log = gateway.outboxLog();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aCommandIsAnIntentOfTheWholeAccount() {
        for (var action : List.of(Action.HALT, Action.REDUCE, Action.RESUME)) {
            var path = "/v1/accounts/alice/" + action.name().toLowerCase(Locale.ROOT);

            var answer = gateway.post(path, null);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            var row = log.take().get(0);
            assertThat(row.key()).isEqualTo("alice");
            var intent = row.decode(Topics.INTENTS, gateway.registry);
            assertThat(intent.action()).isEqualTo(action);
            assertThat(intent.ordering()).isEqualTo(Ordering.ARRIVAL);
            assertThat(intent.instrument()).isNull();
            assertThat(intent.terms()).isNull();
            assertThat(json(answer).get("intentId").textValue()).isEqualTo(intent.intentId());
        }
        assertThat(gateway.count("SELECT max(ordinal) FROM control.manual_orders WHERE instrument = ''"))
                .isEqualTo(3);
    }

    @Test
    void aCommandToNobodyIsRefused() {
        assertProblem(gateway.post("/v1/accounts/nobody/halt", null), 404, "UNKNOWN_ACCOUNT", "nobody");
        assertThat(log.take()).isEmpty();
    }

    @Test
    void aKillHaltsEveryAccountInOneTransaction() {
        for (var id : List.of("bob", "carol", "dave")) {
            gateway.post("/v1/accounts", Bodies.ACCOUNT.replace("alice", id));
        }
        log.take();

        var answer = gateway.post("/v1/kill", null, "Idempotency-Key", "stop");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var rows = log.take();
        assertThat(rows).extracting(OutboxLog.Row::key).containsExactly("alice", "bob", "carol", "dave");
        assertThat(rows)
                .extracting(row -> row.decode(Topics.INTENTS, gateway.registry))
                .allSatisfy(intent -> assertThat(intent.action()).isEqualTo(Action.HALT));
        assertThat(gateway.count("SELECT count(DISTINCT xmin::text) FROM control.manual_orders"))
                .as("transactions")
                .isEqualTo(1);
        assertThat(json(answer).get("accounts")).hasSize(4);

        assertThat(gateway.post("/v1/kill", null, "Idempotency-Key", "stop").body())
                .isEqualTo(answer.body());
        assertThat(log.take()).as("told once").isEmpty();
    }

    @Test
    void aKillReachesEachOfAThousandAccounts() {
        gateway.update(
                "INSERT INTO control.accounts SELECT 'account-' || n, version, effective_from_nanos, body, author"
                        + " FROM control.accounts, generate_series(1, 999) n WHERE id = 'alice'");
        gateway.post("/v1/accounts/alice/resume", null);
        log.take();

        var answer = gateway.post("/v1/kill", null);

        assertThat(json(answer).get("accounts")).hasSize(1_000);
        assertThat(log.take()).hasSize(1_000);
    }

    @Test
    void showsTheLatestCommandThatRiskHasTaken() {
        assertThat(json(gateway.get("/v1/commands")).get("commands")).isEmpty();
        gateway.post("/v1/accounts/alice/halt", null);
        var halt = log.take().get(0).decode(Topics.INTENTS, gateway.registry);
        gateway.views.commands().decided(Events.approved(halt));
        gateway.views.commands().decided(Events.approved(Events.intent("o1")));

        var commands = json(gateway.get("/v1/commands")).get("commands");

        assertThat(commands).hasSize(1);
        assertThat(commands.at("/0/action").textValue()).isEqualTo("HALT");
        assertThat(commands.at("/0/intentId").textValue()).isEqualTo(halt.intentId());
        assertThat(commands.at("/0/accountId").textValue()).isEqualTo("alice");
    }

    @Test
    void aLaterCommandOfAnotherKindHidesNone() {
        gateway.post("/v1/accounts/alice/halt", null);
        gateway.post("/v1/accounts/alice/resume", null);
        log.take().forEach(row -> gateway.views
                .commands()
                .decided(Events.approved(row.decode(Topics.INTENTS, gateway.registry))));

        var commands = json(gateway.get("/v1/commands")).get("commands");

        assertThat(commands)
                .extracting(command -> command.get("action").textValue())
                .containsExactly("HALT", "RESUME");
        assertThat(commands.at("/0/ordinal").longValue()).isEqualTo(1);
    }

    @Test
    void commandsLeaveTheOrdersAlone() {
        gateway.post("/v1/accounts/alice/halt", null);
        OrderIntent halt = log.take().get(0).decode(Topics.INTENTS, gateway.registry);
        gateway.views.orders().decided(Events.approved(halt));

        assertThat(json(gateway.get("/v1/orders")).get("orders")).isEmpty();
    }
}
