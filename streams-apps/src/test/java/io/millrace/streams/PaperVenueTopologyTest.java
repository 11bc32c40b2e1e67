package io.millrace.streams;

import static io.millrace.streams.Samples.BTC;
import static io.millrace.streams.Samples.MINUTE;
import static io.millrace.streams.Samples.SECOND;
import static io.millrace.streams.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.core.clock.Clock;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.SlippageModel;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.routing.Router;
import io.millrace.schemas.Topics;
import java.nio.file.Path;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperVenueTopologyTest {
    private static final long DECIDED = START + MINUTE;
    private static final long LATENCY = TestLoops.LATENCY.nanos();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir(factory = QuickDirectory.class)
    private Path directory;

    private StageDriver venue;

    @BeforeEach
    void start() {
        venue = new StageDriver(
                new Wire(Wire.registry()),
                directory,
                () -> StageTopologies.paperVenue(
                        Wire.registry(),
                        2,
                        PaperModels.of(TestLoops.LATENCY, SlippageModel.none()),
                        meters,
                        TestLoops.UNWATCHED));
        venue.control(Topics.INSTRUMENTS, Samples.instrument(BTC));
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void fillsAtTheFirstTradeThatTheOrderCanReachWhateverArrivedFirst() {
        trade(1, DECIDED + LATENCY - 1, "799");
        trade(2, DECIDED + LATENCY, "800");
        trade(3, DECIDED + SECOND, "801");
        order("o1");
        venue.clock(Topics.VENUE_COMMANDS, "", risk(0, DECIDED + MINUTE));
        assertThat(venue.values(Topics.EXECUTION_REPORTS)).isEmpty();

        venue.clock(Topics.VENUE_COMMANDS, "", risk(1, DECIDED + MINUTE));

        assertThat(venue.values(Topics.EXECUTION_REPORTS))
                .satisfiesExactly(
                        accepted -> assertThat(accepted.eventTimeNanos()).isEqualTo(DECIDED + LATENCY), filled -> {
                            assertThat(filled.type()).isEqualTo(ExecutionType.FILLED);
                            assertThat(filled.lastPrice()).isEqualTo(Price.of("800"));
                            assertThat(filled.marketSequence()).isEqualTo(2);
                        });
    }

    @Test
    void tellsAnAccountWithAnOpenOrderHowFarItIs() {
        order("o1");
        trade(1, DECIDED + SECOND, "800");
        trade(2, DECIDED + 2 * SECOND, "801");
        bothRisks(DECIDED + MINUTE);

        var clocks = venue.clocks(Topics.EXECUTION_REPORTS);
        assertThat(clocks).isNotEmpty();
        assertThat(clocks.get(clocks.size() - 1)).isEqualTo(Clock.of(BTC, DECIDED + 2 * SECOND - 1));
    }

    @Test
    void dropsTradesAndCommandsThatComeAgain() {
        order("o1");
        order("o1");
        trade(1, DECIDED + SECOND, "800");
        trade(1, DECIDED + SECOND, "800");
        trade(2, DECIDED + 2 * SECOND, "801");
        trade(1, DECIDED + SECOND, "800");
        venue.clock(Topics.TRADES, BTC.toString(), Clock.of(BTC, DECIDED + MINUTE));
        bothRisks(DECIDED + MINUTE);

        assertThat(venue.values(Topics.EXECUTION_REPORTS))
                .extracting(ExecutionReport::type)
                .containsExactly(ExecutionType.ACCEPTED, ExecutionType.FILLED);
        assertThat(meters.counter("papervenue.trades.duplicate").count()).isEqualTo(2);
        assertThat(meters.counter("papervenue.commands.dropped", "reason", "DUPLICATE")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keepsWaitingTradesAndOrdersOverARestart() {
        tradesEvery400Millis(1, 100);
        order("o1");
        venue.restart();
        tradesEvery400Millis(101, 200);
        trade(7, START + 7 * SECOND, "1");
        bothRisks(DECIDED + MINUTE);

        assertThat(venue.values(Topics.EXECUTION_REPORTS))
                .filteredOn(report -> report.type() == ExecutionType.FILLED)
                .singleElement()
                .satisfies(filled -> {
                    assertThat(filled.marketSequence()).isEqualTo(151);
                    assertThat(filled.lastPrice()).isEqualTo(Price.of("851"));
                });
        assertThat(venue.driver().producedTopicNames()).doesNotContain(Topics.TRADES.deadLetters());
    }

    @Test
    void undoesAStepThatFailsAndGoesOn() {
        order("o1");
        trade(1, DECIDED + SECOND, "800");
        venue.clock(Topics.VENUE_COMMANDS, "", risk(99, DECIDED + MINUTE));
        venue.clock(Topics.TRADES, BTC.toString(), Clock.of(BTC, DECIDED + MINUTE));
        bothRisks(DECIDED + MINUTE);

        assertThat(venue.read(Topics.VENUE_COMMANDS.deadLetters()))
                .singleElement()
                .satisfies(letter -> assertThat(Wire.text(
                                letter.headers().lastHeader("dlq.code").value()))
                        .isEqualTo("PROCESSING_FAILED"));
        assertThat(venue.values(Topics.EXECUTION_REPORTS)).hasSize(2);
    }

    @Test
    void sendsWhatItCannotDecodeToTheDeadLettersAndGoesOn() {
        byte[] garbage = {0, 0, 0, 0, 1, 77};
        venue.pipe(Topics.TRADES, new TestRecord<>(Wire.bytes("x"), garbage));
        order("o1");
        trade(1, DECIDED + SECOND, "800");
        venue.clock(Topics.TRADES, BTC.toString(), Clock.of(BTC, DECIDED + MINUTE));
        bothRisks(DECIDED + MINUTE);

        assertThat(venue.read(Topics.TRADES.deadLetters()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).isEqualTo(garbage));
        assertThat(venue.values(Topics.EXECUTION_REPORTS)).hasSize(2);
    }

    @Test
    void leavesCommandsForOtherVenuesAlone() {
        venue.value(Topics.VENUE_COMMANDS, command("o1", "BITSTAMP"));
        trade(1, DECIDED + SECOND, "800");
        venue.clock(Topics.TRADES, BTC.toString(), Clock.of(BTC, DECIDED + MINUTE));
        bothRisks(DECIDED + MINUTE);

        assertThat(venue.read(Topics.EXECUTION_REPORTS.name())).isEmpty();
    }

    private void trade(long sequence, long nanos, String price) {
        venue.value(Topics.TRADES, Samples.trade(BTC, sequence, nanos, price));
    }

    private void tradesEvery400Millis(int first, int last) {
        for (int i = first; i <= last; i++) {
            trade(i, START + i * 400_000_000L, Integer.toString(700 + i));
        }
    }

    private void order(String id) {
        venue.value(Topics.VENUE_COMMANDS, command(id, Router.PAPER));
    }

    private void bothRisks(long nanos) {
        venue.clock(Topics.VENUE_COMMANDS, "", risk(0, nanos));
        venue.clock(Topics.VENUE_COMMANDS, "", risk(1, nanos));
    }

    private static Clock risk(int partition, long nanos) {
        return new Clock(BTC, partition, nanos, null, 0);
    }

    private static VenueCommand command(String id, String venue) {
        return new VenueCommand(
                id,
                id,
                Action.SUBMIT,
                venue,
                "A",
                "s1",
                BTC,
                OrderTerms.market(Side.BUY, Quantity.of("1")),
                Ordering.EVENT_TIME,
                DECIDED);
    }
}
