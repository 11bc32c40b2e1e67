package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.Liquidity;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for any market and any orders: whatever arrives first, and whatever they fill at. */
class PaperPropertiesTest {
    private static final long SLIPPAGE_BPS = 30;

    @Property(tries = 150)
    void anyArrivalGivesTheSameReports(@ForAll long seed, @ForAll long arrival) {
        var scenario = new PaperScenario(seed, false);
        var models = models(seed);
        var first = run(scenario, models, 0, 0);
        assertThat(first.reports).isNotEmpty();
        var other = run(scenario, models, arrival, 0.05);
        same(other, first);
    }

    @Property(tries = 50)
    void anyArrivalOfBarsGivesTheSameReports(@ForAll long seed, @ForAll long arrival) {
        var scenario = new PaperScenario(seed, true);
        var models = models(seed).with(sources(MarketSource.BARS));
        var first = run(scenario, models, 0, 0);
        same(run(scenario, models, arrival, 0), first);
    }

    @Property(tries = 150)
    void noFillIsAtAPriceThatItsTradeDoesNotAllow(@ForAll long seed) {
        var scenario = new PaperScenario(seed, false);
        for (var fill : fills(run(scenario, plain(seed, MarketSource.TRADES), seed, 0))) {
            var price = scenario.trades.get(fill.marketSequence()).price();
            allowed(fill, price, price);
        }
    }

    @Property(tries = 150)
    void noFillIsAtAPriceThatNoQuoteOrTradeAllows(@ForAll long seed) {
        var scenario = new PaperScenario(seed, false);
        for (var fill : fills(run(scenario, plain(seed, MarketSource.TRADES_AND_QUOTES), seed, 0))) {
            var quote = scenario.quotes.get(fill.marketSequence());
            if (quote == null) {
                assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
                var price = scenario.trades.get(fill.marketSequence()).price();
                allowed(fill, price, price);
            } else {
                var price = fill.side() == Side.BUY ? quote.askPrice() : quote.bidPrice();
                allowed(fill, price, price);
            }
        }
    }

    @Property(tries = 150)
    void noFillIsOutsideItsBar(@ForAll long seed) {
        var scenario = new PaperScenario(seed, true);
        for (var fill : fills(run(scenario, plain(seed, MarketSource.BARS), seed, 0))) {
            var bar = scenario.bars.get(fill.marketSequence());
            assertThat(fill.lastPrice()).isBetween(bar.low(), bar.high());
            withinLimit(fill);
        }
    }

    @Property(tries = 100)
    void slippageIsNeverBeyondWhatTheModelSays(@ForAll long seed) {
        var scenario = new PaperScenario(seed, false);
        var models = PaperModels.of(PaperVenue.LATENCY, SlippageModel.fixed(SLIPPAGE_BPS));
        for (var fill : fills(run(scenario, models, seed, 0))) {
            var market = scenario.trades.get(fill.marketSequence()).price();
            withinLimit(fill);
            if (fill.liquidity() == Liquidity.TAKER) {
                var worst = market.plusBps(fill.side().sign() * SLIPPAGE_BPS);
                assertThat(fill.lastPrice()).isBetween(min(market, worst), max(market, worst));
            }
        }
    }

    @Property(tries = 100)
    void anAccountNeverTakesMoreOfAnEventThanItsShare(@ForAll long seed) {
        var scenario = new PaperScenario(seed, false);
        var models = PaperModels.of(PaperVenue.LATENCY, SlippageModel.none()).with(new ParticipationModel(2_500));
        Map<String, Long> taken = new HashMap<>();
        for (var fill : fills(run(scenario, models, seed, 0))) {
            var key = fill.accountId() + fill.side() + fill.marketSequence();
            long units = taken.merge(key, fill.lastQuantity().units(), Long::sum);
            var volume = scenario.trades.get(fill.marketSequence()).quantity();
            assertThat(units * 4).isLessThanOrEqualTo(volume.units());
        }
    }

    @Property(tries = 150)
    void reportsTellOneStoryPerOrder(@ForAll long seed, @ForAll Ordering ordering) {
        var scenario = new PaperScenario(seed, false, ordering);
        var reports = run(scenario, models(seed), seed, 0).reports;
        var byOrder = new HashMap<String, ExecutionReport>();
        long time = 0;
        for (var report : reports) {
            var before = byOrder.put(report.orderId(), report);
            story(before, report);
            assertThat(report.eventTimeNanos()).isGreaterThanOrEqualTo(time);
            time = report.eventTimeNanos();
            long decided = scenario.orders.get(report.orderId()).decidedAtNanos();
            assertThat(time)
                    .isGreaterThanOrEqualTo(PaperVenue.LATENCY.actsAt(
                            scenario.orders.get(report.orderId()).action(), decided));
        }
    }

    /** Orders taken on arrival come one by one, with the market between them. */
    @Property(tries = 300)
    void exitsOfABracketNeverExceedWhatTheEntryHasFilled(@ForAll long seed, @ForAll Ordering ordering) {
        var scenario = new PaperScenario(seed, false, ordering);
        var filled = new HashMap<String, Long>();
        for (var fill : fills(run(scenario, models(seed), seed, 0.05))) {
            filled.merge(fill.orderId(), fill.lastQuantity().units(), Long::sum);
            var link = scenario.orders.get(fill.orderId()).link();
            if (link != null && link.parentOrderId() != null) {
                long entry = filled.getOrDefault(link.parentOrderId(), 0L);
                assertThat(filled.get(fill.orderId())).isLessThanOrEqualTo(entry);
                if (link.rule() == OrderLink.Rule.REDUCES) {
                    long exits = filled.getOrDefault("a" + link.groupId(), 0L)
                            + filled.getOrDefault("z" + link.groupId(), 0L);
                    assertThat(exits).isLessThanOrEqualTo(entry);
                }
            }
        }
    }

    @Property(tries = 300)
    void onlyOneOfThoseThatCancelEachOtherIsFilled(@ForAll long seed, @ForAll Ordering ordering) {
        var scenario = new PaperScenario(seed, false, ordering);
        var filled = new HashMap<String, String>();
        for (var fill : fills(run(scenario, models(seed), seed, 0.05))) {
            var link = scenario.orders.get(fill.orderId()).link();
            if (link != null && link.rule() == OrderLink.Rule.CANCELS) {
                assertThat(filled.computeIfAbsent(link.groupId(), group -> fill.orderId()))
                        .isEqualTo(fill.orderId());
            }
        }
    }

    @Property(tries = 300)
    void anExitThatIsOpenOnceItsEntryHasEndedCanBeFilledWhole(@ForAll long seed, @ForAll Ordering ordering) {
        var scenario = new PaperScenario(seed, false, ordering);
        var ended = new HashMap<String, ExecutionReport>();
        var last = new HashMap<String, ExecutionReport>();
        for (var report : run(scenario, models(seed), seed, 0.05).reports) {
            last.put(report.orderId(), report);
            if (report.type().isFinal()) {
                ended.put(report.orderId(), report);
            }
        }
        for (var exit : last.values()) {
            var link = scenario.orders.get(exit.orderId()).link();
            var entry = link == null || link.parentOrderId() == null ? null : ended.get(link.parentOrderId());
            if (entry != null && !ended.containsKey(exit.orderId())) {
                var other = last.get((exit.orderId().startsWith("a") ? "z" : "a") + link.groupId());
                boolean reduced = other != null && link.rule() == OrderLink.Rule.REDUCES;
                var mayFill = reduced
                        ? entry.cumulativeQuantity().minus(other.cumulativeQuantity())
                        : entry.cumulativeQuantity();
                assertThat(exit.orderQuantity()).isLessThanOrEqualTo(mayFill);
            }
        }
    }

    private static void same(PaperVenue venue, PaperVenue other) {
        for (int i = 0; i < Math.min(venue.reports.size(), other.reports.size()); i++) {
            assertThat(venue.reports.get(i)).isEqualTo(other.reports.get(i));
        }
        assertThat(venue.reports).hasSameSizeAs(other.reports);
    }

    private static void story(ExecutionReport before, ExecutionReport report) {
        if (before == null) {
            assertThat(report.reportNumber()).isEqualTo(1);
            assertThat(report.type()).isIn(ExecutionType.ACCEPTED, ExecutionType.REJECTED);
            return;
        }
        assertThat(report.reportNumber()).isEqualTo(before.reportNumber() + 1);
        assertThat(report.cumulativeQuantity())
                .isEqualTo(before.cumulativeQuantity().plus(report.lastQuantity()));
        assertThat(report.cumulativeQuantity()).isLessThanOrEqualTo(report.orderQuantity());
        boolean wasFinal = before.type().isFinal() || isFinalRefusal(before);
        assertThat(wasFinal).isEqualTo(isFinalRefusal(report));
        boolean whole = report.cumulativeQuantity().equals(report.orderQuantity());
        if (report.type().isFill()) {
            assertThat(report.type() == ExecutionType.FILLED).isEqualTo(whole);
            assertThat(report.lastQuantity()).isGreaterThan(Quantity.ZERO);
        }
    }

    private static boolean isFinalRefusal(ExecutionReport report) {
        return report.type().refusesChange() && report.reason().equals("UNKNOWN_ORDER already final");
    }

    /** One that takes gets a price of the market, one that makes its own limit, which the market has reached. */
    private static void allowed(ExecutionReport fill, Price low, Price high) {
        withinLimit(fill);
        if (fill.liquidity() == Liquidity.TAKER) {
            assertThat(fill.lastPrice()).isBetween(low, high);
        } else {
            assertThat(fill.lastPrice()).isEqualTo(fill.limitPrice());
            assertThat(
                            fill.side() == Side.BUY
                                    ? low.compareTo(fill.limitPrice())
                                    : fill.limitPrice().compareTo(high))
                    .isLessThanOrEqualTo(0);
        }
    }

    private static void withinLimit(ExecutionReport fill) {
        if (fill.limitPrice() != null) {
            assertThat(fill.side().sign() * fill.lastPrice().compareTo(fill.limitPrice()))
                    .isLessThanOrEqualTo(0);
        }
    }

    private static List<ExecutionReport> fills(PaperVenue venue) {
        return venue.reports.stream().filter(report -> report.type().isFill()).toList();
    }

    private static PaperVenue run(PaperScenario scenario, PaperModels models, long arrival, double restarts) {
        var venue = new PaperVenue(models);
        scenario.deliver(venue, arrival, restarts);
        return venue;
    }

    private static PaperModels models(long seed) {
        var sources = List.of(MarketSource.TRADES, MarketSource.QUOTES, MarketSource.TRADES_AND_QUOTES);
        var slippage = List.of(
                SlippageModel.none(), new SlippageModel.VolumeShare(2_500, 100), new SlippageModel.SquareRoot(20));
        return new PaperModels(
                PaperVenue.LATENCY,
                slippage.get((int) Math.floorMod(seed / 3, 3L)),
                new ParticipationModel(seed % 2 == 0 ? 0 : 5_000),
                seed % 5 == 0 ? QueueModel.LAST : QueueModel.FIRST,
                sources(sources.get((int) Math.floorMod(seed, 3L))));
    }

    private static PaperModels plain(long seed, MarketSource source) {
        return PaperModels.of(PaperVenue.LATENCY, SlippageModel.none())
                .with(seed % 2 == 0 ? QueueModel.FIRST : QueueModel.LAST)
                .with(new ParticipationModel(seed % 3 == 0 ? 0 : 4_000))
                .with(sources(source));
    }

    private static MarketSources sources(MarketSource source) {
        return MarketSources.of(PaperVenue.BTC.toString(), source);
    }

    private static Price min(Price a, Price b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Price max(Price a, Price b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
