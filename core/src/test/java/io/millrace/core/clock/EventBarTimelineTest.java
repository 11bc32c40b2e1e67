package io.millrace.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.market.bar.BarType;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EventBarTimelineTest {
    private static final Pattern QUALITY = Pattern.compile("quality=[0-9]+");

    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final String TYPES =
            "tick(2),tick(3),value(2000),tick-imbalance(5),volume-runs(5),renko(1),range(2)";

    /** All that was sent, in its order. */
    private static final class Line implements BarTimeline.Output {
        private final BarTimeline timeline;
        private final BarTimeline.State state = new BarTimeline.State();
        private final EventBarTimeline events;
        private final EventBarTimeline.State eventState = new EventBarTimeline.State();
        private final List<String> bars = new ArrayList<>();
        private final List<String> all = new ArrayList<>();
        private long lastClock = Long.MIN_VALUE;

        private Line(String types, long latenessNanos) {
            timeline = new BarTimeline(List.of(MINUTE, 5 * MINUTE), latenessNanos);
            events = new EventBarTimeline(BarType.parseAll(types), latenessNanos);
        }

        private void add(Trade trade) {
            events.send(eventState, timeline.clockNanos(state), this, out -> timeline.add(state, trade, out));
        }

        private void advance(long nanos) {
            events.send(eventState, timeline.clockNanos(state), this, out -> {
                timeline.advance(state, Clock.of(BTC, nanos), out);
                return out;
            });
        }

        @Override
        public void bar(Bar bar, long knownAtNanos) {
            assertThat(knownAtNanos).as("clocks hold").isGreaterThan(lastClock);
            bars.add(bar + " known at " + knownAtNanos);
            var name = bar.isTimeBar() ? bar.intervalNanos() / MINUTE + "m" : bar.type() + "#" + bar.ordinal();
            all.add(name + "@" + knownAtNanos / SECOND);
        }

        @Override
        public void clock(Clock clock) {
            assertThat(clock.timeNanos()).as("clocks advance").isGreaterThan(lastClock);
            lastClock = clock.timeNanos();
            all.add("clock@" + clock.timeNanos() / SECOND + (clock.mark() == null ? "" : " at " + clock.mark()));
        }
    }

    private static Trade trade(long sequence, long timeNanos, String price) {
        return new Trade(BTC, timeNanos, sequence, Price.of(price), Quantity.of("1"), AggressorSide.UNKNOWN);
    }

    @Test
    void eventBarsComeBetweenTheBarsOfTimeWithAClockBehindThem() {
        var line = new Line("tick(3),tick(2)", SECOND);
        line.add(trade(1, 10 * SECOND, "100"));
        line.add(trade(2, 20 * SECOND, "101"));
        line.add(trade(3, 20 * SECOND, "102"));
        line.add(trade(4, 59 * SECOND, "103"));
        assertThat(line.all).containsExactly("tick(2)#1@21", "tick(3)#1@21", "clock@21");
        line.advance(2 * MINUTE);

        assertThat(line.all.subList(3, line.all.size()))
                .containsExactly("tick(2)#2@60", "clock@60", "1m@61", "clock@61 at 103", "clock@120 at 103");
    }

    @Test
    void aTradeThatMissedItsPlaceCountsInTheOpenBarWhenItComes() {
        var line = new Line("tick(2)", SECOND);
        line.add(trade(1, 40 * SECOND, "100"));
        line.add(trade(3, 50 * SECOND, "101"));
        line.add(trade(2, 45 * SECOND, "99"));

        assertThat(line.all).containsExactly("tick(2)#1@50");
        assertThat(line.bars.get(0)).contains("openTimeNanos=40000000000").contains("lastTradeNanos=45000000000");
    }

    @Test
    void withoutTypesNothingIsAdded() {
        var plain = new Line("", SECOND);
        randomTrades(5, 200).forEach(plain::add);

        assertThat(plain.all).isNotEmpty().allMatch(sent -> sent.matches("(1m|5m|clock)@.*"));
        assertThat(plain.eventState.bars).isEmpty();
    }

    @Property(tries = 60)
    void theOrderOfArrivalWithinTheLatenessDoesNotMatter(
            @ForAll long seed, @ForAll @IntRange(max = 50) int latenessSeconds) {
        var sorted = randomTrades(seed, 300);
        var calm = new Line(TYPES, latenessSeconds * SECOND);
        sorted.forEach(calm::add);
        calm.advance(Long.MAX_VALUE / 2);
        var mixed = new Line(TYPES, latenessSeconds * SECOND);
        shuffle(sorted, latenessSeconds * SECOND, seed).forEach(mixed::add);
        mixed.advance(Long.MAX_VALUE / 2);

        assertThat(mixed.bars.stream().map(bar -> QUALITY.matcher(bar).replaceAll("")))
                .as("but for the flag that tells the order of arrival")
                .isEqualTo(calm.bars.stream()
                        .map(bar -> QUALITY.matcher(bar).replaceAll(""))
                        .toList());
        assertThat(calm.bars).anyMatch(bar -> bar.contains("type=volume-runs(5,20,2,10)"));
    }

    @Property(tries = 60)
    void everyTradeOfABarOfTimeIsInABarOfEachType(@ForAll long seed, @ForAll @IntRange(max = 50) int latenessSeconds) {
        var line = new Line("tick(1)", latenessSeconds * SECOND);
        shuffle(randomTrades(seed, 300), 100 * SECOND, seed).forEach(line::add);
        line.advance(Long.MAX_VALUE / 2);

        assertThat(line.bars.stream()
                        .filter(bar -> bar.contains("type=tick(1)"))
                        .count())
                .isEqualTo(line.state.openBars.isEmpty() ? 0 : tradesInMinutes(line.bars));
    }

    private static long tradesInMinutes(List<String> bars) {
        return bars.stream()
                .filter(bar -> bar.contains("intervalNanos=" + MINUTE + ","))
                .mapToLong(bar -> Long.parseLong(bar.replaceAll(".*tradeCount=(\\d+),.*", "$1")))
                .sum();
    }

    private static List<Trade> randomTrades(long seed, int count) {
        var random = new Random(seed);
        var trades = new ArrayList<Trade>();
        long time = MINUTE;
        long price = 10_000_000_000L;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(3) == 0 ? 0 : random.nextLong(15 * SECOND);
            price += random.nextInt(120_000_001) - 60_000_000;
            var quantity = new Quantity(1 + random.nextInt(1_000_000_000));
            trades.add(new Trade(BTC, time, i + 1L, new Price(price), quantity, AggressorSide.UNKNOWN));
        }
        return trades;
    }

    private static List<Trade> shuffle(List<Trade> sorted, long latenessNanos, long seed) {
        var random = new Random(seed);
        record Arrival(Trade trade, long timeNanos, int tie) {}
        return sorted.stream()
                .map(trade -> new Arrival(
                        trade, trade.eventTimeNanos() + random.nextLong(latenessNanos + 1), random.nextInt()))
                .sorted(Comparator.comparingLong(Arrival::timeNanos).thenComparingInt(Arrival::tie))
                .map(Arrival::trade)
                .toList();
    }
}
