package io.millrace.streams;

import static io.millrace.streams.Samples.BTC;
import static io.millrace.streams.Samples.MINUTE;
import static io.millrace.streams.Samples.SECOND;
import static io.millrace.streams.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.core.clock.Clock;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.RiskCode;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.TradingMode;
import io.millrace.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskTopologyTest {
    private static final long FIRST = START + MINUTE;
    private static final long SECOND_BAR = FIRST + MINUTE;
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir(factory = QuickDirectory.class)
    private Path directory;

    private StageDriver risk;

    @BeforeEach
    void start() {
        risk = new StageDriver(
                new Wire(Wire.registry()),
                directory,
                () -> StageTopologies.riskAndRouting(Wire.registry(), BOUND, meters, TestLoops.UNWATCHED));
        risk.control(Topics.ACCOUNTS, Samples.account("A"));
        risk.control(Topics.STRATEGIES, Samples.strategy("s1", "A", BTC));
        risk.control(Topics.INSTRUMENTS, Samples.instrument(BTC));
        risk.control(Topics.POLICIES, Samples.policy());
    }

    @AfterEach
    void stop() {
        risk.close();
    }

    @Test
    void decidesAnIntentOnceTheClockSaysThatNothingEarlierCanCome() {
        risk.value(Topics.INTENTS, intent(1, FIRST));
        assertThat(risk.values(Topics.DECISIONS)).isEmpty();

        risk.clock(Topics.INTENTS, "A", signals(FIRST));

        assertThat(risk.values(Topics.DECISIONS)).singleElement().satisfies(decision -> {
            assertThat(decision.objections()).isEmpty();
            assertThat(decision.decidedAtNanos()).isEqualTo(FIRST);
            assertThat(decision.mark()).isEqualTo(Price.of("800"));
        });
    }

    @Test
    void tellsTheVenueOfAnApprovedOrderBeforeTheClockThatSpeaksOfIt() {
        risk.value(Topics.INTENTS, intent(1, FIRST));
        risk.clock(Topics.INTENTS, "A", signals(FIRST));

        var wire = new Wire(Wire.registry());
        var sent = risk.read(Topics.VENUE_COMMANDS.name());
        assertThat(sent).hasSize(2).allSatisfy(command -> assertThat(Wire.text(command.key()))
                .isEqualTo(BTC.toString()));
        var command = wire.decode(Topics.VENUE_COMMANDS, sent.get(0).value());
        assertThat(command.orderId()).isEqualTo(intent(1, FIRST).intentId());
        assertThat(header(sent.get(0), "correlationId"))
                .isEqualTo(intent(1, FIRST).intentId());
        assertThat(header(sent.get(0), "traceparent")).startsWith("00-");
        assertThat(wire.clockOf(sent.get(1).headers())).contains(Clock.of(BTC, FIRST));
        assertThat(risk.values(Topics.APPROVED_ORDERS)).hasSize(1);
    }

    @Test
    void holdsAnIntentBackWhileTheVenueHasNotAnsweredOnAnOpenOrder() {
        risk.value(Topics.INTENTS, intent(1, FIRST));
        risk.clock(Topics.INTENTS, "A", signals(FIRST));
        risk.value(Topics.INTENTS, intent(2, SECOND_BAR));
        risk.clock(Topics.INTENTS, "A", signals(SECOND_BAR));
        assertThat(risk.values(Topics.DECISIONS)).hasSize(1);
        assertThat(risk.clocks(Topics.VENUE_COMMANDS))
                .extracting(Clock::timeNanos)
                .containsExactly(FIRST, SECOND_BAR - 1);

        risk.value(Topics.EXECUTION_REPORTS, filled(intent(1, FIRST), FIRST + SECOND));
        risk.clock(Topics.EXECUTION_REPORTS, "A", Clock.of(BTC, SECOND_BAR));

        assertThat(risk.values(Topics.DECISIONS))
                .extracting(decision -> decision.intent().ordinal())
                .containsExactly(2L);
        assertThat(risk.clocks(Topics.VENUE_COMMANDS))
                .extracting(Clock::timeNanos)
                .containsExactly(SECOND_BAR);
    }

    @Test
    void dropsIntentsAndClocksThatComeAgain() {
        risk.value(Topics.INTENTS, intent(1, FIRST));
        risk.clock(Topics.INTENTS, "A", signals(FIRST));
        risk.value(Topics.INTENTS, intent(1, FIRST));
        risk.clock(Topics.INTENTS, "A", signals(FIRST));
        risk.clock(Topics.INTENTS, "A", signals(START));

        assertThat(risk.values(Topics.DECISIONS)).hasSize(1);
        assertThat(risk.clocks(Topics.VENUE_COMMANDS)).hasSize(1);
        assertThat(meters.counter("risk.duplicates.dropped").count()).isEqualTo(1);
        assertThat(meters.counter("risk.decisions", "verdict", "approved", "reason", "none")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void knowsAfterARestartWhatItDecidedAndWhatWaits() {
        risk.value(Topics.INTENTS, intent(1, FIRST));
        risk.clock(Topics.INTENTS, "A", signals(FIRST));
        risk.value(Topics.INTENTS, intent(2, SECOND_BAR));
        risk.clock(Topics.INTENTS, "A", signals(SECOND_BAR));
        risk.restart();
        risk.value(Topics.INTENTS, intent(1, FIRST));
        risk.clock(Topics.INTENTS, "A", signals(SECOND_BAR));
        assertThat(risk.values(Topics.DECISIONS)).isEmpty();

        risk.value(Topics.EXECUTION_REPORTS, filled(intent(1, FIRST), FIRST + SECOND));
        risk.clock(Topics.EXECUTION_REPORTS, "A", Clock.of(BTC, SECOND_BAR));

        assertThat(risk.values(Topics.DECISIONS))
                .extracting(decision -> decision.intent().ordinal())
                .containsExactly(2L);
    }

    @Test
    void decidesWithoutAClockThatStaysAwayTooLongAndSaysSo() {
        risk.value(Topics.INTENTS, intent(1, FIRST));
        risk.pass(Duration.ofSeconds(1));
        risk.pass(BOUND.minusSeconds(1));
        assertThat(risk.values(Topics.DECISIONS)).isEmpty();

        risk.pass(Duration.ofSeconds(1));

        assertThat(risk.values(Topics.DECISIONS)).singleElement().matches(RiskDecision::clockWaitExceeded);
    }

    @Test
    void usesThePolicyVersionThatIsInForceAtTheIntentsTime() {
        var policy = Samples.policy();
        risk.control(
                Topics.POLICIES,
                new Policy(
                        policy.policyId(),
                        2,
                        TradingMode.HALTED,
                        policy.aggressive(),
                        policy.normal(),
                        policy.defensive(),
                        SECOND_BAR));
        risk.value(Topics.INTENTS, intent(1, FIRST));
        risk.clock(Topics.INTENTS, "A", signals(FIRST));
        risk.value(Topics.EXECUTION_REPORTS, filled(intent(1, FIRST), FIRST + SECOND));
        risk.clock(Topics.EXECUTION_REPORTS, "A", Clock.of(BTC, FIRST + SECOND));
        risk.value(Topics.INTENTS, intent(2, SECOND_BAR));
        risk.clock(Topics.INTENTS, "A", signals(SECOND_BAR));

        assertThat(risk.values(Topics.DECISIONS))
                .satisfiesExactly(first -> assertThat(first.policyVersion()).isEqualTo(1), second -> {
                    assertThat(second.policyVersion()).isEqualTo(2);
                    assertThat(second.objections())
                            .extracting(check -> check.code())
                            .contains(RiskCode.TRADING_HALTED);
                });
    }

    @Test
    void sendsWhatItCannotDecodeToTheDeadLettersAndGoesOn() {
        byte[] garbage = {9, 8, 7};
        risk.pipe(Topics.INTENTS, new TestRecord<>(Wire.bytes("A"), garbage));
        risk.value(Topics.INTENTS, intent(1, FIRST));
        risk.clock(Topics.INTENTS, "A", signals(FIRST));

        assertThat(risk.read(Topics.INTENTS.deadLetters())).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(garbage);
            assertThat(header(letter, "dlq.stage")).isEqualTo("risk");
            assertThat(header(letter, "dlq.code")).isEqualTo("NOT_CONFLUENT_FRAMED");
            assertThat(header(letter, "dlq.offset")).isEqualTo("0");
        });
        assertThat(risk.values(Topics.DECISIONS)).hasSize(1);
        assertThat(meters.counter("dead.letters", "stage", "risk", "code", "NOT_CONFLUENT_FRAMED")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void rejectsAnOrderThatIsTooLargeToReckonWith() {
        var terms = OrderTerms.limit(Side.BUY, new Quantity(Long.MAX_VALUE), new Price(Long.MAX_VALUE));
        risk.value(Topics.INTENTS, Samples.intent("s1", "A", BTC, 1, FIRST, terms));
        risk.clock(Topics.INTENTS, "A", signals(FIRST));

        assertThat(risk.values(Topics.DECISIONS)).singleElement().matches(decision -> !decision.approved());
        assertThat(risk.values(Topics.APPROVED_ORDERS)).isEmpty();
    }

    static OrderIntent intent(long ordinal, long nanos) {
        return Samples.intent("s1", "A", BTC, ordinal, nanos, OrderTerms.market(Side.BUY, Quantity.of("1")));
    }

    private static Clock signals(long nanos) {
        return new Clock(BTC, 0, nanos, Price.of("800"), nanos - SECOND);
    }

    static ExecutionReport filled(OrderIntent intent, long nanos) {
        return new ExecutionReport(
                intent.intentId(),
                intent.intentId(),
                1,
                ExecutionType.FILLED,
                intent.accountId(),
                intent.strategyId(),
                intent.instrument(),
                intent.terms().side(),
                intent.terms().quantity(),
                intent.terms().quantity(),
                Price.of("800"),
                intent.terms().quantity(),
                Money.of("2"),
                7,
                nanos,
                "");
    }

    private static String header(TestRecord<byte[], byte[]> received, String name) {
        return Wire.text(received.headers().lastHeader(name).value());
    }
}
