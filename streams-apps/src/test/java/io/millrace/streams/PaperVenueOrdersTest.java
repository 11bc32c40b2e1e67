package io.millrace.streams;

import static io.millrace.streams.Samples.BTC;
import static io.millrace.streams.Samples.MINUTE;
import static io.millrace.streams.Samples.SECOND;
import static io.millrace.streams.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.core.clock.Clock;
import io.millrace.core.execution.MarketSource;
import io.millrace.core.execution.MarketSources;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.ParticipationModel;
import io.millrace.core.execution.QueueModel;
import io.millrace.core.execution.SlippageModel;
import io.millrace.core.market.Quote;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.Trailing;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.routing.Router;
import io.millrace.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of every kind in the venue's app, with trades and quotes, over stops without notice. */
class PaperVenueOrdersTest {
    private static final Quantity TWO = Quantity.of("2");
    private static final PaperModels MODELS = PaperModels.of(TestLoops.LATENCY, new SlippageModel.SquareRoot(5))
            .with(new ParticipationModel(5_000))
            .with(QueueModel.LAST)
            .with(MarketSources.of(BTC.toString(), MarketSource.TRADES_AND_QUOTES));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Consumer<StageDriver>> input = new ArrayList<>();
    private long sequence;

    @TempDir(factory = QuickDirectory.class)
    private Path directory;

    @Test
    void keepsOrdersOfEveryKindOverARestartBeforeEachRecord() throws Exception {
        feed();
        var undisturbed = reports("undisturbed", false);
        assertThat(undisturbed)
                .extracting(ExecutionReport::type)
                .contains(
                        ExecutionType.ACCEPTED,
                        ExecutionType.TRIGGERED,
                        ExecutionType.PARTIALLY_FILLED,
                        ExecutionType.FILLED,
                        ExecutionType.REPLACED,
                        ExecutionType.CANCELED,
                        ExecutionType.EXPIRED,
                        ExecutionType.CANCEL_REJECTED);

        assertThat(reports("restarted", true)).containsExactlyElementsOf(undisturbed);
    }

    @Test
    void takesFromQuotesAndDropsThoseThatComeAgain() throws Exception {
        order("o1", OrderTerms.market(Side.BUY, TWO), null, 0);
        quote(10, "99", "100");
        input.add(input.get(input.size() - 1));
        over();

        assertThat(reports("quotes", false)).last().satisfies(filled -> {
            assertThat(filled.type()).isEqualTo(ExecutionType.FILLED);
            assertThat(filled.lastPrice()).isGreaterThan(Price.of("100"));
            assertThat(filled.marketSequence()).isEqualTo(1);
        });
        assertThat(meters.counter("papervenue.quotes.duplicate").count()).isEqualTo(1);
    }

    private void feed() {
        quote(0, "99", "101");
        trade(1, "100");
        var entry = OrderTerms.limit(Side.BUY, Quantity.of("8"), Price.of("99"));
        order("entry", entry, new OrderLink("entry", null, OrderLink.Rule.INDEPENDENT), 1);
        var exit = new OrderLink("entry", "entry", OrderLink.Rule.REDUCES);
        order("target", OrderTerms.limit(Side.SELL, Quantity.of("8"), Price.of("104")), exit, 1);
        order("stop", OrderTerms.stopMarket(Side.SELL, Quantity.of("8"), Price.of("95")), exit, 1);
        order("trail", OrderTerms.trailingStop(Side.SELL, TWO, Trailing.by(Price.of("2"))), null, 1);
        var iceberg =
                OrderTerms.limit(Side.BUY, Quantity.of("6"), Price.of("98")).showing(TWO);
        order("iceberg", iceberg, null, 1);
        order("rest", OrderTerms.marketToLimit(Side.BUY, Quantity.of("9")), null, 1);
        var day = OrderTerms.limitIfTouched(Side.BUY, TWO, Price.of("97"), Price.of("90"));
        order("day", day.lasting(TimeInForce.GTD, START + 30 * SECOND), null, 1);
        order("gone", OrderTerms.limit(Side.SELL, TWO, Price.of("120")), null, 1);
        for (int i = 3; i < 12; i++) {
            quote(i, i % 2 == 0 ? "99" : "98", "101");
            trade(i, i % 3 == 0 ? "98" : "99");
        }
        change("gone", Action.REPLACE, OrderTerms.limit(Side.SELL, TWO, Price.of("110")), 12);
        change("gone", Action.CANCEL, null, 13);
        change("gone", Action.CANCEL, null, 14);
        trade(15, "103");
        trade(16, "105");
        quote(17, "104", "106");
        trade(18, "105");
        trade(19, "96");
        quote(20, "95", "97");
        trade(21, "94");
        quote(22, "93", "94");
        trade(23, "93");
        quote(24, "92", "94");
        over();
    }

    private List<ExecutionReport> reports(String name, boolean restarts) throws Exception {
        var stage = new StageDriver(
                new Wire(Wire.registry()),
                Files.createDirectories(directory.resolve(name)),
                () -> StageTopologies.paperVenue(Wire.registry(), 1, MODELS, meters, TestLoops.UNWATCHED));
        try (stage) {
            stage.control(Topics.INSTRUMENTS, Samples.instrument(BTC));
            var reports = new ArrayList<ExecutionReport>();
            for (var sent : input) {
                if (restarts) {
                    stage.restart();
                }
                sent.accept(stage);
                reports.addAll(stage.values(Topics.EXECUTION_REPORTS));
            }
            return reports;
        }
    }

    private void trade(int second, String price) {
        var trade = Samples.trade(BTC, ++sequence, START + second * SECOND, price);
        input.add(stage -> stage.value(Topics.TRADES, trade));
        decided(second);
    }

    private void quote(int second, String bid, String ask) {
        var size = Quantity.of("6");
        var quote = new Quote(BTC, START + second * SECOND, ++sequence, Price.of(bid), size, Price.of(ask), size);
        input.add(stage -> stage.value(Topics.QUOTES, quote));
    }

    private void order(String id, OrderTerms terms, OrderLink link, int second) {
        command(id, id, Action.SUBMIT, terms, link, second);
    }

    private void change(String order, Action action, OrderTerms terms, int second) {
        command(order, order + action + second, action, terms, null, second);
    }

    private void command(String order, String intent, Action action, OrderTerms terms, OrderLink link, int second) {
        var command = new VenueCommand(
                order,
                intent,
                action,
                Router.PAPER,
                "A",
                "s1",
                BTC,
                terms,
                Ordering.EVENT_TIME,
                START + second * SECOND,
                link);
        input.add(stage -> stage.value(Topics.VENUE_COMMANDS, command));
    }

    /** Risk has decided up to just before a second. */
    private void decided(int second) {
        var clock = new Clock(BTC, 0, START + second * SECOND - 1, null, 0);
        input.add(stage -> stage.clock(Topics.VENUE_COMMANDS, "", clock));
    }

    private void over() {
        var end = Clock.of(BTC, START + MINUTE);
        input.add(stage -> stage.clock(Topics.VENUE_COMMANDS, "", end));
        input.add(stage -> stage.clock(Topics.TRADES, BTC.toString(), end));
        input.add(stage -> stage.clock(Topics.QUOTES, BTC.toString(), end));
    }
}
