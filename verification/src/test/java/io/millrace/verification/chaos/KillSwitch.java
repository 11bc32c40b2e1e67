package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.risk.RiskCode;
import io.millrace.core.risk.RiskDecision;
import io.millrace.local.demo.Transcript;
import io.millrace.local.platform.LocalPlatform;
import io.millrace.local.process.Progress;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import io.millrace.schemas.ConfluentRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The kill of all on real parts: everybody has orders open, {@code POST /v1/kill}, until a committed reader has seen the
 * last order canceled; then nobody gets an order through until all have resumed. On a platform of its own, for a kill
 * halts the strategies' account too, which must end as in the undisturbed run.
 */
final class KillSwitch {
    private static final int ACCOUNTS = 8;
    private static final int ORDERS_EACH = 10;
    /** Sixteen minutes of the market in a second, some two hundred trades. */
    private static final String SPEED = "960";

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final BigDecimal FAR_BELOW = new BigDecimal("0.5");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Gateway gateway;
    private final Recorder recorder;
    private final Flow flow;
    private final List<String> people;
    private int asked;

    private KillSwitch(Gateway gateway, Recorder recorder, Flow flow, List<String> people) {
        this.gateway = gateway;
        this.recorder = recorder;
        this.flow = flow;
        this.people = people;
    }

    /**
     * One kill; all times from before the call.
     *
     * @param accounts that were told to halt
     * @param canceled orders that were open
     * @param answeredMillis until the gateway had said that all are told
     * @param haltedMillis until risk's decision on the last account was committed
     * @param canceledMillis until the last order's cancel was committed
     */
    record Round(int accounts, int canceled, long answeredMillis, long haltedMillis, long canceledMillis) {}

    /** @param directory for the platform's state and the records; the state is removed if all went well */
    static List<Round> run(Path directory, int rounds) throws Exception {
        var ports = PortPlan.free();
        var state = new State(directory.resolve(ChaosRun.STATE).toAbsolutePath());
        var people =
                IntStream.rangeClosed(1, ACCOUNTS).mapToObj(i -> "desk-" + i).toList();
        var done = new ArrayList<Round>();
        try (var platform = LocalPlatform.start(
                Installation.find(),
                state,
                ports,
                new TreeMap<>(Map.of("MILLRACE_ACCOUNT_PARTITIONS", "4")),
                Progress.silent())) {
            var gateway =
                    new Gateway(ports.url(LocalPort.GATEWAY), platform.parts().gatewayToken());
            new Controls(people).send(gateway, platform.parts());
            var schemas = new KnownSchemas(ConfluentRegistry.at(platform.parts().registry()));
            var flow = new Flow(schemas);
            var transcript = Transcript.in(directory.resolve("records"));
            transcript.schemas(schemas);
            try (var recorder = new Recorder(platform.parts().kafka(), transcript, flow)) {
                platform.startSignals();
                platform.startMarketData(List.of("--instrument", Market.INSTRUMENT, "--speed", SPEED, Market.FILE));
                var kill = new KillSwitch(gateway, recorder, flow, people);
                for (int i = 0; i < rounds; i++) {
                    done.add(kill.round());
                }
            }
        }
        LocalPlatform.wipe(state);
        return done;
    }

    private Round round() throws IOException, InterruptedException {
        await("the market's time", () -> flow.price().isPresent() && flow.haveTime(people, recorder));
        var orders = new ArrayList<String>();
        for (var account : people) {
            orders.add(firstApproved(account));
            for (int i = 1; i < ORDERS_EACH; i++) {
                orders.add(ask("/v1/orders", order(account)).path("orderId").asText());
            }
        }
        await("every order open at its venue", () -> flow.open().containsAll(orders));

        long start = System.nanoTime();
        var halts = new ArrayList<String>();
        ask("/v1/kill", JSON.createObjectNode())
                .path("accounts")
                .forEach(halt -> halts.add(halt.path("intentId").asText()));
        long answered = millisSince(start);
        await("every account halted", () -> halts.stream().allMatch(this::isApproved));
        long halted = millisSince(start);
        await("every order canceled", () -> flow.open().isEmpty());
        var round = new Round(halts.size(), orders.size(), answered, halted, millisSince(start));

        for (var account : people) {
            var late = ask("/v1/orders", order(account)).path("orderId").asText();
            await("an order refused while its account is halted", () -> isRefused(late));
        }
        for (var account : people) {
            var resumed = ask("/v1/accounts/" + account + "/resume", JSON.createObjectNode())
                    .path("intentId")
                    .asText();
            await("an account resumed", () -> isApproved(resumed));
        }
        return round;
    }

    /** Asks again until risk knows a price too. */
    private String firstApproved(String account) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var order = ask("/v1/orders", order(account)).path("orderId").asText();
            await("a decision on an order", () -> flow.decision(order).isPresent());
            if (isApproved(order)) {
                return order;
            }
        }
        throw new IOException("risk takes no order of " + account + " for " + PATIENCE.toSeconds() + " s");
    }

    private boolean isApproved(String intent) {
        return flow.decision(intent).filter(RiskDecision::approved).isPresent();
    }

    /** Approved in spite of the halt, it would never be. */
    private boolean isRefused(String intent) {
        return flow.decision(intent)
                .filter(decision -> decision.objections().stream()
                        .anyMatch(objection -> objection.code() == RiskCode.TRADING_HALTED))
                .isPresent();
    }

    /** Waits at the market's lower end for a fall that does not come. */
    private ObjectNode order(String account) {
        var price = flow.price().orElseThrow().multiply(FAR_BELOW).setScale(2, RoundingMode.HALF_UP);
        return JSON.createObjectNode()
                .put("accountId", account)
                .put("instrument", Market.INSTRUMENT)
                .put("side", "BUY")
                .put("type", "LIMIT")
                .put("quantity", "0.01")
                .put("limitPrice", price.toPlainString());
    }

    private JsonNode ask(String path, ObjectNode body) throws IOException, InterruptedException {
        var answer = gateway.send("POST", path, Optional.of(body), "kill-" + ++asked);
        if (!answer.isYes()) {
            throw new IOException(path + " was answered " + answer);
        }
        return answer.body();
    }

    private void await(String what, BooleanSupplier isSo) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            recorder.poll(POLL);
            if (System.nanoTime() > deadline) {
                throw new IOException("not so after " + PATIENCE.toSeconds() + " s: " + what);
            }
        }
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
