package io.millrace.core.market.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.clock.Clock;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.market.bar.BarResampler.Outcome;
import io.millrace.core.market.calendar.Session;
import io.millrace.core.market.calendar.TradingCalendar;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BarResamplerTest {
    private static final InstrumentId SPY = InstrumentId.of("SPY.ARCA");
    private static final long MINUTE = 60_000_000_000L;
    private static final TradingCalendar EQUITIES = TradingCalendar.named("us-equities");

    private final ResampledBars state = new ResampledBars();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Double> coverages = new ArrayList<>();

    private Outcome add(BarResampler resampler, Bar bar) {
        return resampler.add(state, bar, this::take);
    }

    private void take(Bar bar, long closeNanos, double coverage) {
        bars.add(bar);
        coverages.add(coverage);
    }

    private static long newYork(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("America/New_York")).toEpochSecond() * 1_000_000_000L;
    }

    /** A minute's bar at one price. */
    private static Bar minute(long open, String price, int revision) {
        return minute(open, price, "2", revision);
    }

    private static Bar minute(long open, String price, String quantity, int revision) {
        var at = Price.of(price);
        var volume = Quantity.of(quantity);
        return new Bar(
                SPY,
                open,
                MINUTE,
                at,
                at,
                at,
                at,
                volume,
                at.times(volume),
                Quantity.ZERO,
                volume.isZero() ? 0 : 1,
                open + 5,
                Bar.TIME,
                0,
                revision,
                0);
    }

    @Test
    void aBarOfFiveMinutesIsTheSumOfItsMinutes() {
        var five = BarResampler.toInterval(5 * MINUTE, 0);
        add(five, minute(5 * MINUTE, "10", 0));
        add(five, minute(6 * MINUTE, "12", 0));
        add(five, minute(9 * MINUTE, "11", 0));
        assertThat(bars).isEmpty();
        add(five, minute(10 * MINUTE, "99", 0));

        assertThat(bars)
                .containsExactly(new Bar(
                        SPY,
                        5 * MINUTE,
                        5 * MINUTE,
                        Price.of("10"),
                        Price.of("12"),
                        Price.of("10"),
                        Price.of("11"),
                        Quantity.of("6"),
                        Money.of("66"),
                        Quantity.ZERO,
                        3,
                        9 * MINUTE + 5));
        assertThat(coverages).containsExactly(0.6);
    }

    @Test
    void sessionBarsHoldTheSessionAndNothingElse() {
        var days = BarResampler.toSessions("session(1d)", EQUITIES, 0);
        assertThat(add(days, minute(newYork("2024-03-08T09:29:00"), "1", 0))).isEqualTo(Outcome.OUTSIDE);
        assertThat(add(days, minute(newYork("2024-03-08T09:30:00"), "2", 0))).isEqualTo(Outcome.ADDED);
        add(days, minute(newYork("2024-03-08T15:59:00"), "3", 0));
        assertThat(add(days, minute(newYork("2024-03-08T16:00:00"), "4", 0))).isEqualTo(Outcome.OUTSIDE);
        add(days, minute(newYork("2024-03-11T09:30:00"), "5", 0));
        days.advance(state, SPY, newYork("2024-03-11T16:00:00"), this::take);

        assertThat(bars)
                .extracting(Bar::openTimeNanos)
                .containsExactly(newYork("2024-03-08T09:30:00"), newYork("2024-03-11T09:30:00"));
        assertThat(bars).extracting(Bar::high).containsExactly(Price.of("3"), Price.of("5"));
        assertThat(bars).extracting(Bar::ordinal).containsExactly(1L, 2L);
        assertThat(bars).extracting(Bar::type).containsOnly("session(1d)");
    }

    @Test
    void hoursOfASessionBeginWithItAndTheLastEndsWithIt() {
        var hours = BarResampler.toSessionParts("session(1h)", EQUITIES, 60 * MINUTE, 0);
        var closes = new ArrayList<Long>();
        for (long at = newYork("2024-07-03T09:30:00"); at < newYork("2024-07-03T13:00:00"); at += MINUTE) {
            hours.add(state, minute(at, "10", 0), (bar, close, coverage) -> closes.add(close));
        }
        hours.advance(state, SPY, newYork("2024-07-03T13:00:00"), (bar, close, coverage) -> {
            assertThat(bar.openTimeNanos()).isEqualTo(newYork("2024-07-03T12:30:00"));
            assertThat(bar.tradeCount()).isEqualTo(30);
            assertThat(coverage).isEqualTo(1);
            closes.add(close);
        });

        assertThat(closes)
                .containsExactly(
                        newYork("2024-07-03T10:30:00"),
                        newYork("2024-07-03T11:30:00"),
                        newYork("2024-07-03T12:30:00"),
                        newYork("2024-07-03T13:00:00"));
    }

    @Test
    void aBarThatReachesBeyondTheSessionIsOutside() {
        var days = BarResampler.toSessions("session(1d)", EQUITIES, 0);
        var hour = new Bar(
                SPY,
                newYork("2024-03-08T15:30:00"),
                60 * MINUTE,
                Price.of("1"),
                Price.of("1"),
                Price.of("1"),
                Price.of("1"),
                Quantity.of("1"),
                Money.of("1"),
                Quantity.ZERO,
                1,
                newYork("2024-03-08T15:30:00"));

        assertThat(add(days, hour)).isEqualTo(Outcome.OUTSIDE);
    }

    @Test
    void aRestatedMinuteRestatesItsLargerBarUntilItIsForgotten() {
        var five = BarResampler.toInterval(5 * MINUTE, 10 * MINUTE);
        add(five, minute(0, "10", 0));
        add(five, minute(MINUTE, "20", 0));
        assertThat(add(five, minute(0, "11", 1))).isEqualTo(Outcome.ADDED);
        add(five, minute(5 * MINUTE, "30", 0));
        assertThat(bars).extracting(Bar::open).containsExactly(Price.of("11"));

        assertThat(add(five, minute(MINUTE, "20", 1))).isEqualTo(Outcome.RESTATED);
        assertThat(bars).as("says the same").hasSize(1);
        add(five, minute(MINUTE, "21", 2));
        add(five, minute(0, "11", "0", 2));
        add(five, minute(MINUTE, "21", "0", 3));
        assertThat(bars).extracting(Bar::revision).containsExactly(0, 1, 2, 3);
        assertThat(bars)
                .extracting(Bar::close)
                .containsExactly(Price.of("20"), Price.of("21"), Price.of("21"), Price.of("21"));
        assertThat(bars).extracting(Bar::tradeCount).containsExactly(2L, 2L, 1L, 0L);

        add(five, minute(15 * MINUTE, "30", 0));
        assertThat(add(five, minute(MINUTE, "22", 4))).isEqualTo(Outcome.FORGOTTEN);
    }

    @Test
    void whatIsNotToBeRestatedKeepsItsSumsAlone() {
        var five = BarResampler.toInterval(5 * MINUTE, 0);
        for (int i = 0; i < 5; i++) {
            add(five, minute(i * MINUTE, "10", 0));
        }

        assertThat(state.bars).hasSize(1);
        assertThat(state.bars.get(0).parts).hasSize(1);
        assertThat(add(five, minute(0, "11", 1))).isEqualTo(Outcome.FORGOTTEN);
        assertThat(state.bars.get(0).parts.get(0).tradeCount).isEqualTo(5);
    }

    @Test
    void whatWasJoinedBeforeRestatementsWereAskedForStaysAsItIs() {
        var without = BarResampler.toInterval(5 * MINUTE, 0);
        add(without, minute(0, "10", 0));
        add(without, minute(MINUTE, "20", 0));
        var with = BarResampler.toInterval(5 * MINUTE, 10 * MINUTE);
        add(with, minute(2 * MINUTE, "30", 0));
        assertThat(add(with, minute(0, "11", 1))).isEqualTo(Outcome.FORGOTTEN);
        assertThat(add(with, minute(2 * MINUTE, "31", 1))).isEqualTo(Outcome.ADDED);
        add(with, minute(5 * MINUTE, "30", 0));
        assertThat(bars).extracting(Bar::tradeCount).containsExactly(3L);
        assertThat(bars).extracting(Bar::close).containsExactly(Price.of("31"));
    }

    @Test
    void sumsThatDoNotFitAreRefused() {
        var five = BarResampler.toInterval(5 * MINUTE, 0);
        add(five, minute(0, "1", "60000000000", 0));

        assertThat(add(five, minute(MINUTE, "1", "60000000000", 0))).isEqualTo(Outcome.OVERFLOW);
        assertThat(state.bars.get(0).parts.get(0).tradeCount).isEqualTo(1);
    }

    @Test
    void barsThatTimeDoesNotCloseAreRefused() {
        var tick = SettledDays.bars("tick(1)", SettledDays.prices("1")).get(0);

        assertThatThrownBy(() -> add(BarResampler.toInterval(MINUTE, 0), tick))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bars are made larger of time bars, was tick(1)");
    }

    /** Bars of one minute and of a longer interval, built of the same trades. */
    @Property(tries = 60)
    void largerBarsEqualThoseBuiltOfTheTrades(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 90) int minutes, @ForAll boolean restatable) {
        var line = new Bars();
        var timeline = new BarTimeline(List.of(MINUTE, minutes * MINUTE), 0);
        var timelineState = new BarTimeline.State();
        var trades = trades(seed);
        trades.forEach(trade -> timeline.add(timelineState, trade, line));
        timeline.advance(timelineState, Clock.of(SPY, Long.MAX_VALUE / 2), line);

        var resampler = BarResampler.toInterval(minutes * MINUTE, restatable ? MINUTE : 0);
        var resampled = new ArrayList<Bar>();
        var memory = new ResampledBars();
        for (Bar bar : line.bars) {
            if (bar.intervalNanos() == MINUTE) {
                resampler.add(memory, bar, (larger, close, coverage) -> resampled.add(larger));
            }
        }
        resampler.advance(memory, SPY, Long.MAX_VALUE / 2, (larger, close, coverage) -> resampled.add(larger));

        assertThat(resampled)
                .isEqualTo(line.bars.stream()
                        .filter(bar -> bar.intervalNanos() == minutes * MINUTE)
                        .toList());
        assertThat(memory.bars).isEmpty();
    }

    @Property(tries = 60)
    void sessionBarsSumTheTradesOfTheSession(@ForAll long seed) {
        var globex = TradingCalendar.named("cme-globex");
        var trades = trades(seed);
        var sums = new LinkedHashMap<Session, Long>();
        for (Trade trade : trades) {
            globex.sessionAt(trade.eventTimeNanos())
                    .ifPresent(session -> sums.merge(session, trade.quantity().units(), Long::sum));
        }
        var line = new Bars();
        var timeline = new BarTimeline(List.of(MINUTE), 0);
        var timelineState = new BarTimeline.State();
        trades.forEach(trade -> timeline.add(timelineState, trade, line));
        timeline.advance(timelineState, Clock.of(SPY, Long.MAX_VALUE / 2), line);

        var resampler = BarResampler.toSessions("session(1d)", globex, 0);
        var found = new LinkedHashMap<Session, Long>();
        var memory = new ResampledBars();
        BarResampler.Output out = (bar, close, coverage) -> found.put(
                globex.sessionAt(bar.openTimeNanos()).orElseThrow(),
                bar.volume().units());
        line.bars.forEach(bar -> resampler.add(memory, bar, out));
        resampler.advance(memory, SPY, Long.MAX_VALUE / 2, out);

        assertThat(found).isEqualTo(sums);
    }

    /** However bars are restated, what is said last equals what the last say of each minute makes. */
    @Property(tries = 60)
    void restatementsEndWhereTheFinalMinutesWouldHave(@ForAll long seed) {
        var random = new Random(seed);
        var resampler = BarResampler.toInterval(5 * MINUTE, 1_000 * MINUTE);
        var memory = new ResampledBars();
        var last = new LinkedHashMap<Long, Bar>();
        var minutes = new LinkedHashMap<Long, Bar>();
        BarResampler.Output out = (bar, close, coverage) -> {
            var before = last.put(bar.openTimeNanos(), bar);
            assertThat(bar.revision()).isEqualTo(before == null ? bar.revision() : before.revision() + 1);
        };
        for (int i = 0; i < 60; i++) {
            if (random.nextInt(4) > 0) {
                put(minutes, minute(i * MINUTE, "" + (1 + random.nextInt(9)), 0), resampler, memory, out);
            }
            for (int again = random.nextInt(3); again > 0; again--) {
                long open = random.nextInt(i + 1) * MINUTE;
                int revision = minutes.containsKey(open) ? minutes.get(open).revision() + 1 : 1;
                var quantity = "" + random.nextInt(3);
                put(minutes, minute(open, "" + (1 + random.nextInt(9)), quantity, revision), resampler, memory, out);
            }
        }
        resampler.advance(memory, SPY, 1_000 * MINUTE, out);

        var truth = new LinkedHashMap<Long, Bar>();
        var fresh = new ResampledBars();
        var plain = BarResampler.toInterval(5 * MINUTE, 0);
        minutes.values().stream()
                .filter(bar -> bar.tradeCount() > 0)
                .sorted(Comparator.comparingLong(Bar::openTimeNanos))
                .forEach(bar -> plain.add(
                        fresh,
                        minute(
                                bar.openTimeNanos(),
                                bar.open().toString(),
                                bar.volume().toString(),
                                0),
                        (larger, close, coverage) -> truth.put(larger.openTimeNanos(), larger)));
        plain.advance(
                fresh, SPY, 1_000 * MINUTE, (larger, close, coverage) -> truth.put(larger.openTimeNanos(), larger));
        last.values().removeIf(bar -> bar.tradeCount() == 0);

        assertThat(numbers(last)).isEqualTo(numbers(truth));
    }

    private static void put(
            Map<Long, Bar> minutes, Bar minute, BarResampler resampler, ResampledBars memory, BarResampler.Output out) {
        minutes.put(minute.openTimeNanos(), minute);
        resampler.add(memory, minute, out);
    }

    private static Map<Long, String> numbers(Map<Long, Bar> bars) {
        var numbers = new TreeMap<Long, String>();
        bars.forEach((open, bar) -> numbers.put(open, bar.toString().replaceAll("revision=\\d+", "")));
        return numbers;
    }

    /** Over some days, from a Friday on. */
    private static List<Trade> trades(long seed) {
        var random = new Random(seed);
        var trades = new ArrayList<Trade>();
        long time = newYork("2024-03-08T12:00:00");
        for (int i = 0; i < 400; i++) {
            time += random.nextInt(10) == 0 ? random.nextLong(400 * MINUTE) : random.nextLong(3 * MINUTE);
            trades.add(new Trade(
                    SPY,
                    time,
                    i + 1L,
                    new Price(1 + random.nextInt(1_000_000)),
                    new Quantity(1 + random.nextInt(1_000_000)),
                    AggressorSide.UNKNOWN));
        }
        return trades;
    }

    private static final class Bars implements BarTimeline.Output {
        private final List<Bar> bars = new ArrayList<>();

        @Override
        public void bar(Bar bar, long knownAtNanos) {
            bars.add(bar);
        }

        @Override
        public void clock(Clock clock) {}
    }
}
