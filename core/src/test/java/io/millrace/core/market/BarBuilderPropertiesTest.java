package io.millrace.core.market;

import static io.millrace.core.market.MarketDays.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.BarBuilder.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BarBuilderPropertiesTest {
    private static final long[] INTERVALS = {SECOND, 7 * SECOND, 60 * SECOND, 3600 * SECOND};

    /** What came out of a stream of trades. */
    private record Run(List<Bar> bars, List<Outcome> outcomes) {}

    @Property(tries = 200)
    void barsOfAStreamShuffledWithinTheLatenessEqualThoseOfTheSortedOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int interval,
            @ForAll @IntRange(min = 0, max = 90) int latenessSeconds) {
        var builder = new BarBuilder(INTERVALS[interval], latenessSeconds * SECOND);
        var sorted = MarketDays.randomDay(seed, 400);
        var shuffled = shuffleWithin(sorted, latenessSeconds * SECOND, seed);

        assertThat(run(builder, shuffled).bars()).isEqualTo(run(builder, sorted).bars());
    }

    @Property(tries = 200)
    void everyTradeIsCountedInExactlyOneBarOrSaidToBeLate(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int interval,
            @ForAll @IntRange(min = 0, max = 90) int latenessSeconds) {
        var builder = new BarBuilder(INTERVALS[interval], latenessSeconds * SECOND);
        var trades = shuffleWithin(MarketDays.randomDay(seed, 400), 200 * SECOND, seed);
        var run = run(builder, trades);

        long added = 0;
        long volume = 0;
        for (int i = 0; i < trades.size(); i++) {
            var outcome = run.outcomes().get(i);
            assertThat(outcome).isIn(Outcome.ADDED, Outcome.LATE, Outcome.IGNORED);
            assertThat(outcome == Outcome.IGNORED)
                    .isEqualTo(trades.get(i).quantity().isZero());
            added += outcome == Outcome.ADDED ? 1 : 0;
            volume += outcome == Outcome.ADDED ? trades.get(i).quantity().units() : 0;
        }
        assertThat(run.bars().stream().mapToLong(Bar::tradeCount).sum()).isEqualTo(added);
        assertThat(run.bars().stream().mapToLong(bar -> bar.volume().units()).sum())
                .isEqualTo(volume);
        assertThat(run.bars()).isSortedAccordingTo(Comparator.comparingLong(Bar::openTimeNanos));
        assertThat(run.bars()).extracting(Bar::openTimeNanos).doesNotHaveDuplicates();
        assertThat(run.bars()).allSatisfy(bar -> {
            assertThat(bar.openTimeNanos() % bar.intervalNanos()).isZero();
            assertThat(bar.lastTradeNanos()).isBetween(bar.openTimeNanos(), bar.endTimeNanos() - 1);
            assertThat(bar.low()).isLessThanOrEqualTo(bar.open()).isLessThanOrEqualTo(bar.close());
            assertThat(bar.high()).isGreaterThanOrEqualTo(bar.open()).isGreaterThanOrEqualTo(bar.close());
            assertThat(bar.buyVolume().units()).isBetween(0L, bar.volume().units());
        });
    }

    @Property(tries = 200)
    void barsOfAPrefixAreAPrefixOfTheBars(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int interval,
            @ForAll @IntRange(min = 0, max = 400) int length) {
        var builder = new BarBuilder(INTERVALS[interval], 5 * SECOND);
        var trades = shuffleWithin(MarketDays.randomDay(seed, 400), 20 * SECOND, seed);
        var of = new ArrayList<Bar>();
        var state = new OpenBars();
        trades.subList(0, length).forEach(trade -> builder.add(state, trade, of::add));

        assertThat(run(builder, trades).bars().subList(0, of.size())).isEqualTo(of);
    }

    private static Run run(BarBuilder builder, List<Trade> trades) {
        var run = new Run(new ArrayList<>(), new ArrayList<>());
        var state = new OpenBars();
        for (Trade trade : trades) {
            run.outcomes().add(builder.add(state, trade, run.bars()::add));
        }
        builder.advance(state, Long.MAX_VALUE, run.bars()::add);
        assertThat(state.bars).isEmpty();
        assertThat(state.unsettled).isEmpty();
        return run;
    }

    /** Each trade comes at most so much after a later one. */
    private static List<Trade> shuffleWithin(List<Trade> sorted, long latenessNanos, long seed) {
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
