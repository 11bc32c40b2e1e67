package io.millrace.core.market.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.Bar;
import io.millrace.core.market.SettledTrade;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EventBarsPropertiesTest {
    private static final List<String> CONSERVING = List.of(
            "tick(17)",
            "volume(2000)",
            "value(300000)",
            "tick-imbalance(30)",
            "volume-imbalance(30)",
            "value-imbalance(30)",
            "tick-runs(30)",
            "volume-runs(30)",
            "value-runs(30)",
            "range(0.2)");

    private static final List<String> ALL =
            Stream.concat(CONSERVING.stream(), Stream.of("renko(0.1)")).toList();

    @Property(tries = 60)
    void everyTradeIsInExactlyOneBar(@ForAll long seed, @ForAll @IntRange(max = 9) int which) {
        var trades = SettledDays.random(seed, 1_500);
        var bars = SettledDays.bars(CONSERVING.get(which), trades);

        int from = 0;
        for (Bar bar : bars) {
            int to = from + (int) bar.tradeCount();
            assertThat(bar).isEqualTo(summed(bar, trades.subList(from, to)));
            from = to;
        }
        assertThat(trades.size() - from).isLessThan(1_500);
        assertThat(bars).isNotEmpty();
    }

    /** The bar with everything recomputed of its trades, except what a range bar completes. */
    private static Bar summed(Bar bar, List<SettledTrade> trades) {
        var state = new EventBarState();
        state.closed = bar.ordinal() - 1;
        long volume = 0;
        long notional = 0;
        int quality = 0;
        var prices = new TreeSet<Long>();
        for (SettledTrade trade : trades) {
            state.bar.take(trade);
            volume += trade.quantityUnits();
            notional += BigDecimal.valueOf(trade.priceUnits())
                    .multiply(BigDecimal.valueOf(trade.quantityUnits(), 8))
                    .longValueExact();
            quality |= trade.quality();
            prices.add(trade.priceUnits());
        }
        assertThat(bar.volume().units()).isEqualTo(volume);
        assertThat(bar.notional().units()).isEqualTo(notional);
        assertThat(bar.quality()).isEqualTo(quality);
        assertThat(bar.openTimeNanos()).isEqualTo(trades.get(0).eventTimeNanos());
        assertThat(bar.lastTradeNanos()).isEqualTo(trades.get(trades.size() - 1).eventTimeNanos());
        assertThat(bar.open().units()).isEqualTo(trades.get(0).priceUnits());
        assertThat(bar.high().units()).isGreaterThanOrEqualTo(prices.last());
        assertThat(bar.low().units()).isLessThanOrEqualTo(prices.first());
        if (bar.type().startsWith("range")) {
            assertThat(bar.high().units() - bar.low().units()).isEqualTo(20_000_000);
            assertThat(bar.close()).isIn(bar.high(), bar.low());
            return bar;
        }
        return state.close(bar.instrument(), bar.type());
    }

    @Property(tries = 60)
    void aStateThatIsStoredInTheMiddleContinuesTheSame(
            @ForAll long seed, @ForAll @IntRange(max = 10) int which, @ForAll @IntRange(max = 800) int middle)
            throws ReflectiveOperationException {
        var trades = SettledDays.random(seed, 800);
        var builder = new EventBars(List.of(BarType.parse(ALL.get(which))));
        var bars = new ArrayList<Bar>();
        Map<String, EventBarState> states = new HashMap<>();
        for (int i = 0; i < trades.size(); i++) {
            if (i == middle) {
                var restored = new HashMap<String, EventBarState>();
                for (var entry : states.entrySet()) {
                    restored.put(entry.getKey(), (EventBarState) copy(entry.getValue()));
                }
                states = restored;
            }
            builder.add(states, trades.get(i), bars::add);
        }

        assertThat(bars).isEqualTo(SettledDays.bars(ALL.get(which), trades));
    }

    /** Field by field, as a stream engine stores it. */
    private static Object copy(Object state) throws ReflectiveOperationException {
        var copy = state.getClass().getConstructor().newInstance();
        for (Field field : state.getClass().getFields()) {
            var value = field.get(state);
            field.set(copy, field.getType().isPrimitive() ? value : copy(value));
        }
        return copy;
    }

    @Property(tries = 30)
    void thresholdBarsEqualTheNaiveOnes(@ForAll long seed, @ForAll @IntRange(max = 2) int which) {
        var by = List.of("tick", "volume", "value").get(which);
        var threshold = List.of("40", "5000.5", "1234567.89").get(which);
        var trades = SettledDays.random(seed, 800);

        assertThat(lengths(SettledDays.bars(by + "(" + threshold + ")", trades)))
                .isEqualTo(sizes(NaiveBars.filled(trades, by, new BigDecimal(threshold))));
    }

    @Property(tries = 30)
    void imbalanceBarsEqualTheNaiveOnes(
            @ForAll long seed,
            @ForAll @IntRange(max = 2) int which,
            @ForAll @IntRange(min = 5, max = 40) int first,
            @ForAll @IntRange(min = 1, max = 30) int span) {
        var by = List.of("tick", "volume", "value").get(which);
        var trades = SettledDays.random(seed, 300);

        assertThat(lengths(SettledDays.bars("%s-imbalance(%d,%d,3,120)".formatted(by, first, span), trades)))
                .isEqualTo(sizes(NaiveBars.imbalanced(trades, by, first, span, 3, 120)));
    }

    @Property(tries = 30)
    void runsBarsEqualTheNaiveOnes(
            @ForAll long seed,
            @ForAll @IntRange(max = 2) int which,
            @ForAll @IntRange(min = 5, max = 40) int first,
            @ForAll @IntRange(min = 1, max = 30) int span) {
        var by = List.of("tick", "volume", "value").get(which);
        var trades = SettledDays.random(seed, 300);

        assertThat(lengths(SettledDays.bars("%s-runs(%d,%d,3,120)".formatted(by, first, span), trades)))
                .isEqualTo(sizes(NaiveBars.runs(trades, by, first, span, 3, 120)));
    }

    @Property(tries = 60)
    void bricksAreContiguousAndConserveTheSums(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int cents) {
        var trades = SettledDays.random(seed, 1_500);
        var bars = SettledDays.bars("renko(" + BigDecimal.valueOf(cents, 2) + ")", trades);
        long brick = cents * 1_000_000L;

        Bar before = null;
        int counted = 0;
        long volume = 0;
        for (Bar bar : bars) {
            long body = bar.close().units() - bar.open().units();
            assertThat(Math.abs(body)).isEqualTo(brick);
            assertThat(bar.close().units() % brick).isZero();
            if (before != null) {
                boolean turned = (before.close().units() - before.open().units() > 0) != (body > 0);
                assertThat(bar.open()).isEqualTo(turned ? before.open() : before.close());
            }
            if (bar.tradeCount() > 0) {
                var own = trades.subList(counted, counted + (int) bar.tradeCount());
                long high =
                        own.stream().mapToLong(SettledTrade::priceUnits).max().orElseThrow();
                long low =
                        own.stream().mapToLong(SettledTrade::priceUnits).min().orElseThrow();
                long last = own.get(own.size() - 1).priceUnits();
                assertThat(body > 0 ? last - bar.close().units() : bar.close().units() - last)
                        .isNotNegative();
                assertThat(body > 0 ? bar.low().units() : bar.high().units())
                        .isEqualTo(
                                body > 0
                                        ? Math.min(bar.open().units(), low)
                                        : Math.max(bar.open().units(), high));
            }
            counted += (int) bar.tradeCount();
            volume += bar.volume().units();
            before = bar;
        }
        assertThat(volume)
                .isEqualTo(trades.subList(0, counted).stream()
                        .mapToLong(SettledTrade::quantityUnits)
                        .sum());
    }

    private static List<Integer> lengths(List<Bar> bars) {
        return bars.stream().map(bar -> (int) bar.tradeCount()).toList();
    }

    private static List<Integer> sizes(List<List<SettledTrade>> bars) {
        return bars.stream().map(List::size).toList();
    }
}
