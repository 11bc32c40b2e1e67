package io.millrace.core.market;

import static io.millrace.core.market.MarketDays.BTC;
import static io.millrace.core.market.MarketDays.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.clock.Clock;
import io.millrace.core.market.BarBuilder.Outcome;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RestatementPropertiesTest {
    private static final List<Long> INTERVALS = List.of(5 * SECOND, 30 * SECOND, 35 * SECOND, 3600 * SECOND);
    private static final long[] HORIZONS = {20 * SECOND, 100 * SECOND, 1_000 * SECOND, 100_000 * SECOND};
    private static final Comparator<Trade> ORDER =
            Comparator.comparingLong(Trade::eventTimeNanos).thenComparingLong(Trade::sequence);

    private record Arrival(Trade trade, long timeNanos) {}

    @Property(tries = 300)
    void barsAfterAllRestatementsEqualThoseOfTheSortedCorrectedStream(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int horizon,
            @ForAll @IntRange(min = 0, max = 10) int latenessSeconds) {
        var timeline = new BarTimeline(INTERVALS, latenessSeconds * SECOND, HORIZONS[horizon], QualityRules.STANDARD);
        var state = new BarTimeline.State();
        var retention = new InMemoryRetention();
        var said = new Said();
        var accepted = new HashMap<Long, Trade>();
        for (var arrival : arrivals(seed)) {
            var trade = arrival.trade();
            var outcome = timeline.add(state, trade, 0, retention, said);
            switch (trade.action()) {
                case NEW -> {
                    if (outcome == Outcome.ADDED || outcome == Outcome.RESTATED) {
                        accepted.put(trade.sequence(), trade);
                    } else {
                        assertThat(outcome).isIn(Outcome.IGNORED, Outcome.LATE);
                    }
                }
                case BUST -> {
                    assertThat(outcome).isIn(Outcome.RESTATED, Outcome.UNKNOWN);
                    if (outcome == Outcome.RESTATED) {
                        assertThat(accepted.remove(trade.refersTo())).isNotNull();
                    }
                }
                case CORRECT -> {
                    assertThat(outcome).isIn(Outcome.RESTATED, Outcome.UNKNOWN);
                    if (outcome == Outcome.RESTATED) {
                        accepted.compute(trade.refersTo(), (sequence, old) -> corrected(old, trade));
                    }
                }
            }
            if (HORIZONS[horizon] == 100_000 * SECOND) {
                assertThat(outcome).isNotEqualTo(Outcome.LATE);
            }
        }
        timeline.advance(state, Clock.of(BTC, 3_000_000_000L * SECOND), retention, said);

        var expected = bars(accepted.values().stream().sorted(ORDER).toList());
        assertThat(said.latest()).isEqualTo(expected);
        assertThat(retention.keys()).isEmpty();
    }

    /** What was said of each bar, the last word alone. */
    private static final class Said implements BarTimeline.Output {
        private final SortedMap<String, Bar> bars = new TreeMap<>();
        private final Map<String, Integer> revisions = new HashMap<>();

        @Override
        public void bar(Bar bar, long knownAtNanos) {
            var key = key(bar);
            var before = revisions.put(key, bar.revision());
            assertThat(bar.revision()).isEqualTo(before == null ? Math.min(bar.revision(), 1) : before + 1);
            bars.put(key, bar);
        }

        @Override
        public void clock(Clock clock) {}

        private SortedMap<String, Bar> latest() {
            var latest = new TreeMap<String, Bar>();
            bars.forEach((key, bar) -> {
                if (bar.tradeCount() > 0) {
                    latest.put(key, plain(bar));
                }
            });
            return latest;
        }
    }

    private static String key(Bar bar) {
        return bar.intervalNanos() / SECOND + "s@" + bar.openTimeNanos() / SECOND;
    }

    private static Bar plain(Bar bar) {
        return new Bar(
                bar.instrument(),
                bar.openTimeNanos(),
                bar.intervalNanos(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                bar.notional(),
                bar.buyVolume(),
                bar.tradeCount(),
                bar.lastTradeNanos());
    }

    private static Trade corrected(Trade old, Trade correction) {
        assertThat(old).isNotNull();
        var side = correction.aggressor() == AggressorSide.UNKNOWN ? old.aggressor() : correction.aggressor();
        return new Trade(
                old.instrument(),
                old.eventTimeNanos(),
                old.sequence(),
                correction.price(),
                correction.quantity(),
                side);
    }

    /** The trades of a day, most in time, some late, some busted or corrected, some of these more than once. */
    private static List<Arrival> arrivals(long seed) {
        var random = new Random(seed);
        var arrivals = new ArrayList<Arrival>();
        long sequence = 10_000;
        for (var trade : MarketDays.randomDay(seed, 150)) {
            long arrival = trade.eventTimeNanos()
                    + switch (random.nextInt(12)) {
                        case 0 -> random.nextLong(600 * SECOND);
                        case 1, 2 -> random.nextLong(12 * SECOND);
                        default -> 0;
                    };
            arrivals.add(new Arrival(trade, arrival));
            if (trade.quantity().isZero()) {
                continue;
            }
            while (random.nextInt(10) == 0) {
                arrival += random.nextLong(random.nextBoolean() ? 3 * SECOND : 300 * SECOND);
                boolean bust = random.nextBoolean();
                var price = new Price(trade.price().units() + random.nextInt(4_000_001) - 2_000_000);
                var quantity = new Quantity(1 + random.nextInt(500_000_000));
                var side = List.of(AggressorSide.BUYER, AggressorSide.SELLER, AggressorSide.UNKNOWN)
                        .get(random.nextInt(3));
                arrivals.add(new Arrival(
                        new Trade(
                                BTC,
                                arrival,
                                sequence++,
                                price,
                                quantity,
                                side,
                                bust ? TradeAction.BUST : TradeAction.CORRECT,
                                trade.sequence()),
                        arrival));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::timeNanos));
        return arrivals;
    }

    /** The bars of a sorted stream, straight from their definition. */
    private static SortedMap<String, Bar> bars(List<Trade> sorted) {
        var trades = new TreeMap<String, List<Trade>>();
        var bought = new HashMap<Long, Long>();
        long price = 0;
        long direction = 0;
        for (var trade : sorted) {
            long now = trade.price().units();
            direction = price == 0 || now == price ? direction : now > price ? 1 : -1;
            price = now;
            long side =
                    switch (trade.aggressor()) {
                        case BUYER -> 1;
                        case SELLER -> -1;
                        case UNKNOWN -> direction;
                    };
            long quantity = trade.quantity().units();
            bought.put(trade.sequence(), side > 0 ? quantity : side < 0 ? 0 : quantity / 2);
            for (long interval : INTERVALS) {
                long open = Math.floorDiv(trade.eventTimeNanos(), interval) * interval;
                trades.computeIfAbsent(interval + " " + open, key -> new ArrayList<>())
                        .add(trade);
            }
        }
        var bars = new TreeMap<String, Bar>();
        trades.forEach((key, of) -> {
            long interval = Long.parseLong(key.substring(0, key.indexOf(' ')));
            long open = Long.parseLong(key.substring(key.indexOf(' ') + 1));
            var bar = new Bar(
                    BTC,
                    open,
                    interval,
                    of.get(0).price(),
                    of.stream().map(Trade::price).max(Comparator.naturalOrder()).orElseThrow(),
                    of.stream().map(Trade::price).min(Comparator.naturalOrder()).orElseThrow(),
                    of.get(of.size() - 1).price(),
                    new Quantity(of.stream()
                            .mapToLong(trade -> trade.quantity().units())
                            .sum()),
                    new Money(of.stream()
                            .mapToLong(trade ->
                                    trade.price().times(trade.quantity()).units())
                            .sum()),
                    new Quantity(of.stream()
                            .mapToLong(trade -> bought.get(trade.sequence()))
                            .sum()),
                    of.size(),
                    of.get(of.size() - 1).eventTimeNanos());
            bars.put(key(bar), bar);
        });
        return bars;
    }
}
