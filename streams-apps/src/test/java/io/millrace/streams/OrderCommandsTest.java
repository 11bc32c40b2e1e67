package io.millrace.streams;

import static io.millrace.streams.Samples.BTC;
import static io.millrace.streams.Samples.MINUTE;
import static io.millrace.streams.Samples.SECOND;
import static io.millrace.streams.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups, replaces, split orders and commands to an account, from intents to what the venues are told. */
class OrderCommandsTest {
    private static final long FIRST = START + MINUTE;
    private static final Quantity ONE = Quantity.of("1");
    private static final OrderTerms ENTRY = OrderTerms.limit(Side.BUY, ONE, Price.of("790"));

    @TempDir(factory = QuickDirectory.class)
    private Path directory;

    private StageDriver risk;
    private long ordinal;

    @BeforeEach
    void start() {
        risk = new StageDriver(
                new Wire(Wire.registry()),
                directory,
                () -> StageTopologies.riskAndRouting(
                        Wire.registry(), Duration.ofSeconds(30), new SimpleMeterRegistry(), TestLoops.UNWATCHED));
        risk.control(Topics.ACCOUNTS, Samples.account("A"));
        risk.control(Topics.INSTRUMENTS, Samples.instrument(BTC));
        risk.control(Topics.POLICIES, Samples.policy());
    }

    @AfterEach
    void stop() {
        risk.close();
    }

    @Test
    void tellsTheVenueEveryOrderOfABracketWithItsLink() {
        var exit = OrderTerms.stopMarket(Side.SELL, ONE, Price.of("700")).reducing();
        var target = OrderTerms.limit(Side.SELL, ONE, Price.of("900")).reducing();
        submit(1, "g", ENTRY, Contingency.BRACKET, exit, target);
        clock(FIRST);

        assertThat(risk.values(Topics.DECISIONS)).singleElement().matches(RiskDecision::approved);
        var commands = risk.values(Topics.VENUE_COMMANDS);
        assertThat(commands)
                .extracting(VenueCommand::orderId)
                .containsExactly("g", OrderIds.leg("g", 1), OrderIds.leg("g", 2));
        assertThat(commands).extracting(VenueCommand::terms).containsExactly(ENTRY, exit, target);
        assertThat(commands)
                .extracting(VenueCommand::link)
                .containsExactly(
                        new OrderLink("g", null, OrderLink.Rule.INDEPENDENT),
                        new OrderLink("g", "g", OrderLink.Rule.REDUCES),
                        new OrderLink("g", "g", OrderLink.Rule.REDUCES));
        assertThat(risk.values(Topics.APPROVED_ORDERS)).hasSize(3);
    }

    @Test
    void tellsTheVenueToReplaceAnOrder() {
        submit(1, "o1", ENTRY, null);
        clock(FIRST);
        var other = ENTRY.withPrices(Price.of("795"), null);
        arrive("r", Action.REPLACE, BTC, other, "o1");

        assertThat(risk.values(Topics.VENUE_COMMANDS)).last().satisfies(command -> {
            assertThat(command.action()).isEqualTo(Action.REPLACE);
            assertThat(command.orderId()).isEqualTo("o1");
            assertThat(command.intentId()).isEqualTo("r");
            assertThat(command.terms()).isEqualTo(other);
        });
    }

    @Test
    void haltsInOneStepAndRemembersItOverARestart() {
        submit(1, "o1", ENTRY, null);
        submit(2, "p", OrderTerms.market(Side.BUY, ONE).splitBy(Algorithm.twap(4 * SECOND, 4)), null);
        clock(FIRST);
        risk.values(Topics.VENUE_COMMANDS);
        arrive("h", Action.HALT, null, null, null);

        assertThat(risk.values(Topics.VENUE_COMMANDS))
                .extracting(command -> command.action() + " " + command.orderId())
                .containsExactly("CANCEL o1", "CANCEL " + OrderIds.child("p", 1));
        risk.restart();
        submit(3, "o2", ENTRY, null);
        clock(FIRST + MINUTE);
        assertThat(risk.values(Topics.VENUE_COMMANDS)).isEmpty();
        arrive("go", Action.RESUME, null, null, null);
        submit(4, "o3", ENTRY, null, FIRST + 2 * MINUTE);
        clock(FIRST + 2 * MINUTE);
        assertThat(risk.values(Topics.VENUE_COMMANDS))
                .extracting(VenueCommand::orderId)
                .containsExactly("o3");
    }

    @Test
    void cancelsAllOrdersAndGoesOn() {
        submit(1, "o1", ENTRY, null);
        submit(2, "o2", ENTRY, null);
        clock(FIRST);
        risk.values(Topics.VENUE_COMMANDS);
        arrive("c", Action.CANCEL_ALL, null, null, null);
        assertThat(risk.values(Topics.VENUE_COMMANDS))
                .extracting(command -> command.action() + " " + command.orderId())
                .containsExactly("CANCEL o1", "CANCEL o2");
    }

    @Test
    void sendsTheSlicesOfATwapAtTheirTimesAcrossARestart() {
        submit(1, "p", OrderTerms.market(Side.BUY, ONE).splitBy(Algorithm.twap(4 * SECOND, 4)), null);
        clock(FIRST);
        assertThat(risk.values(Topics.VENUE_COMMANDS)).hasSize(1);
        risk.restart();
        clock(FIRST + 2 * SECOND);
        assertThat(risk.values(Topics.VENUE_COMMANDS))
                .extracting(VenueCommand::orderId, VenueCommand::decidedAtNanos)
                .containsExactly(
                        tuple(OrderIds.child("p", 2), FIRST + SECOND),
                        tuple(OrderIds.child("p", 3), FIRST + 2 * SECOND));
        arrive("c", Action.CANCEL, BTC, null, "p");
        assertThat(risk.values(Topics.VENUE_COMMANDS))
                .extracting(command -> command.action() + " " + command.orderId())
                .containsExactly(
                        "CANCEL " + OrderIds.child("p", 1),
                        "CANCEL " + OrderIds.child("p", 2),
                        "CANCEL " + OrderIds.child("p", 3));
        clock(FIRST + MINUTE);
        assertThat(risk.values(Topics.VENUE_COMMANDS)).isEmpty();
    }

    private void clock(long nanos) {
        risk.clock(Topics.EXECUTION_REPORTS, "A", Clock.of(BTC, nanos));
        risk.clock(Topics.INTENTS, "A", new Clock(BTC, 0, nanos, Price.of("800"), nanos));
    }

    private void submit(long ordinal, String id, OrderTerms terms, Contingency contingency, OrderTerms... attached) {
        submit(ordinal, id, terms, contingency, FIRST, attached);
    }

    private void submit(
            long ordinal, String id, OrderTerms terms, Contingency contingency, long nanos, OrderTerms... attached) {
        risk.value(
                Topics.INTENTS,
                new OrderIntent(
                        id,
                        Action.SUBMIT,
                        "s1",
                        1,
                        "A",
                        BTC,
                        ordinal,
                        nanos,
                        Ordering.EVENT_TIME,
                        terms,
                        null,
                        "",
                        List.of(attached),
                        contingency));
    }

    /** A person asks for something. */
    private void arrive(String id, Action action, InstrumentId instrument, OrderTerms terms, String orderId) {
        risk.value(
                Topics.INTENTS,
                new OrderIntent(
                        id,
                        action,
                        OrderIntent.MANUAL,
                        0,
                        "A",
                        instrument,
                        ++ordinal,
                        1,
                        Ordering.ARRIVAL,
                        terms,
                        orderId,
                        ""));
    }
}
