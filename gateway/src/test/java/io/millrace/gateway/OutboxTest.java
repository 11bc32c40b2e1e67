package io.millrace.gateway;

import static io.millrace.gateway.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.portfolio.Account;
import io.millrace.core.regime.RegimeModel;
import io.millrace.core.risk.TradingMode;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Json;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    private static final long NOW = EventTime.nanos(TestGateway.NOW);

    private TestGateway gateway;
    private OutboxLog log;

    @BeforeEach
    void start() {
        gateway = new TestGateway();
        log = gateway.outboxLog();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void tellsOfEveryEntityAsItWasWritten() {
        Bodies.putBasics(gateway);
        gateway.put("/v1/strategies/rsi-btc", Bodies.STRATEGY);
        gateway.put("/v1/policies/careful/mode", "{\"mode\": \"REDUCING\"}");
        gateway.put("/v1/models/btc-5m", Bodies.MODEL);

        var rows = log.take();

        assertThat(rows)
                .extracting(OutboxLog.Row::key)
                .containsExactly(
                        "BTC-USD.BITSTAMP@0000000001",
                        "careful@0000000001",
                        "alice@0000000001",
                        "rsi-btc@0000000001",
                        "careful@0000000002",
                        "btc-5m@0000000001");
        assertThat(rows.get(0).decode(Topics.INSTRUMENTS, gateway.registry))
                .isEqualTo(new Instrument(
                        BTC,
                        1,
                        "BTC",
                        "USD",
                        Price.of("0.01"),
                        Quantity.of("0.00000001"),
                        Quantity.of("0.001"),
                        Quantity.of("1000"),
                        10,
                        5,
                        0));
        var policy = rows.get(1).decode(Topics.POLICIES, gateway.registry);
        assertThat(policy.mode()).isEqualTo(TradingMode.NORMAL);
        assertThat(policy.effectiveFromNanos()).isEqualTo(1_385_337_600_000_000_001L);
        assertThat(policy.aggressive().maxOrderNotional()).isEqualTo(Money.of("50000"));
        assertThat(policy.defensive().maxOrderNotional()).isEqualTo(Money.of("5000"));
        assertThat(policy.normal().maxPriceAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(rows.get(2).decode(Topics.ACCOUNTS, gateway.registry))
                .isEqualTo(new Account("alice", 1, "USD", Money.of("100000.00000001"), "careful", NOW));
        var parameters = new TreeMap<String, Double>();
        parameters.put("period", 14.0);
        parameters.put("oversold", 25.5);
        assertThat(rows.get(3).decode(Topics.STRATEGIES, gateway.registry))
                .isEqualTo(new StrategySpec(
                        "rsi-btc",
                        1,
                        "alice",
                        BTC,
                        "rsi-reversal",
                        Duration.ofMinutes(1).toNanos(),
                        Quantity.of("0.5"),
                        parameters,
                        true,
                        NOW,
                        QualityFlag.GAP.bit() | QualityFlag.OUTLIER.bit(),
                        null,
                        null));
        var switched = rows.get(4).decode(Topics.POLICIES, gateway.registry);
        assertThat(switched.version()).isEqualTo(2);
        assertThat(switched.mode()).isEqualTo(TradingMode.REDUCING);
        assertThat(switched.normal()).isEqualTo(policy.normal());
        assertThat(rows.get(5).decode(Topics.MODELS, gateway.registry))
                .isEqualTo(new RegimeModel(
                        "btc-5m",
                        1,
                        BTC,
                        "volatility-trend",
                        Duration.ofMinutes(5).toNanos(),
                        new TreeMap<>(Map.of("fast", 10.0, "volatilityRatio", 1.5)),
                        new RegimeModel.Training(1_385_337_600_000_000_000L, 1_385_913_600_000_000_001L, 1_900, -12.25),
                        true,
                        NOW));
        assertThat(rows).extracting(OutboxLog.Row::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(rows).extracting(OutboxLog.Row::id).doesNotHaveDuplicates();
    }

    @Test
    void tellsOfAnOrderAsAnIntentThatIsTakenUpOnArrival() {
        Bodies.putBasics(gateway);
        log.take();

        var answer = json(gateway.post("/v1/orders", Bodies.LIMIT_ORDER));

        var rows = log.take();
        assertThat(rows).hasSize(1);
        var orderId = answer.get("orderId").textValue();
        assertThat(rows.get(0).id()).isEqualTo(orderId);
        assertThat(rows.get(0).key()).isEqualTo("alice");
        assertThat(rows.get(0).decode(Topics.INTENTS, gateway.registry))
                .isEqualTo(new OrderIntent(
                        orderId,
                        Action.SUBMIT,
                        "manual",
                        0,
                        "alice",
                        BTC,
                        1,
                        NOW,
                        Ordering.ARRIVAL,
                        new OrderTerms(
                                Side.BUY,
                                OrderType.LIMIT,
                                TimeInForce.IOC,
                                Quantity.of("0.25"),
                                Price.of("810.5"),
                                false),
                        null,
                        "cheap"));
        var headers = Json.body(rows.get(0).headers());
        assertThat(headers.get("correlationId").textValue()).isEqualTo(orderId);
        assertThat(headers.get("traceparent").textValue()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void numbersTheOrdersOfAnAccountAndInstrument() {
        Bodies.putBasics(gateway);
        gateway.put("/v1/instruments/ETH-USD.BITSTAMP", Bodies.INSTRUMENT);
        log.take();

        gateway.post("/v1/orders", Bodies.LIMIT_ORDER);
        gateway.post("/v1/orders", Bodies.MARKET_ORDER);
        gateway.post("/v1/orders", Bodies.MARKET_ORDER.replace("BTC", "ETH"));
        gateway.post("/v1/orders", Bodies.MARKET_ORDER.replace("\"1\"", "\"-1\""));
        gateway.post("/v1/orders", Bodies.MARKET_ORDER);

        assertThat(log.take())
                .extracting(row -> row.decode(Topics.INTENTS, gateway.registry))
                .extracting(intent -> intent.instrument().symbol() + " " + intent.ordinal())
                .containsExactly("BTC-USD 1", "BTC-USD 2", "ETH-USD 1", "BTC-USD 3");
    }

    @Test
    void staysEmptyAndTellsNothingOfARefusedWrite() {
        Bodies.putBasics(gateway);
        log.take();

        gateway.post("/v1/accounts", Bodies.ACCOUNT);
        gateway.post("/v1/orders", Bodies.LIMIT_ORDER.replace("alice", "nobody"));

        assertThat(log.take()).isEmpty();
        assertThat(gateway.count("SELECT count(*) FROM control.outbox")).isZero();
    }

    @Test
    void isKeptForChangeDataCaptureFromTheFirstRowOn() {
        gateway.count("SELECT count(pg_drop_replication_slot(slot_name)) FROM pg_replication_slots"
                + " WHERE slot_name = 'millrace_outbox'");
        try (var fresh = new TestGateway()) {
            fresh.put("/v1/instruments/BTC-USD.BITSTAMP", Bodies.INSTRUMENT);

            assertThat(fresh.outboxLogFromTheFirstRow().take())
                    .extracting(OutboxLog.Row::key)
                    .containsExactly("BTC-USD.BITSTAMP@0000000001");
        }
    }

    @Test
    void writesNothingWhileTheSchemaIsNotRegistered() {
        try (var early = new TestGateway(Databases.create(), false)) {
            var refused = early.put("/v1/instruments/BTC-USD.BITSTAMP", Bodies.INSTRUMENT);

            ControlApiTest.assertProblem(refused, 503, "SCHEMA_NOT_REGISTERED", "");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(early.count("SELECT count(*) FROM control.instruments")).isZero();

            early.registry.register(
                    Topics.INSTRUMENTS.subject(), Topics.INSTRUMENTS.codec().schema());
            assertThat(early.put("/v1/instruments/BTC-USD.BITSTAMP", Bodies.INSTRUMENT)
                            .statusCode())
                    .isEqualTo(201);
        }
    }
}
