package io.millrace.core.feature;

import static io.millrace.core.feature.FeatureMarket.MINUTE;
import static io.millrace.core.feature.FeatureMarket.quotes;
import static io.millrace.core.feature.FeatureMarket.steps;
import static io.millrace.core.feature.FeatureMarket.trades;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.feature.FeatureMarket.Run;
import io.millrace.core.feature.FeatureMarket.Step;
import io.millrace.core.market.Bar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What every set promises of its memory, its warm-up and its future. */
class FeatureMemoryTest {
    static final List<String> SETS = FeatureSets.NAMES;
    private static final List<Long> INTERVALS = List.of(MINUTE, 5 * MINUTE);
    private static final List<String> WITH_TRADES = List.of("basic", "market", "quotes");
    private static final List<Step> STEPS = market(11, 4_000);
    private static final List<Bar> BARS = STEPS.stream()
            .map(Step::bar)
            .filter(bar -> bar != null && bar.intervalNanos() == MINUTE)
            .toList();

    private static List<Step> market(long seed, int count) {
        var trades = trades(seed, count);
        return steps(trades, quotes(trades, seed + 1), INTERVALS);
    }

    /** The bars beside those of a benchmark that has only some of them. */
    private static List<FeatureVector> run(FeatureSet set, List<Bar> bars) {
        var vectors = new ArrayList<FeatureVector>();
        for (Bar bar : bars) {
            var benchmark = bar.openTimeNanos() / MINUTE % 9 == 0
                    ? null
                    : BARS.get((int) (bar.tradeCount() * 7 % 50)).close();
            vectors.add(set.update(Sample.of(bar, benchmark), bar.endTimeNanos()));
        }
        return vectors;
    }

    @Property(tries = 60)
    void continuesFromASnapshotToTheLastBit(@ForAll @IntRange(max = 300) int cut) {
        for (String name : SETS) {
            var whole = run(FeatureSets.named(name), BARS.subList(0, 300));
            var first = FeatureSets.named(name);
            var vectors = new ArrayList<>(run(first, BARS.subList(0, cut)));
            var second = FeatureSets.named(name);
            run(second, BARS.subList(100, 300));
            second.restore(first.snapshot());
            vectors.addAll(run(second, BARS.subList(cut, 300)));
            assertThat(vectors).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @FieldSource("SETS")
    void refusesTheStateOfAnotherSet(String name) {
        var set = FeatureSets.named(name);
        run(set, BARS.subList(0, 30));
        var before = set.snapshot();
        assertThatThrownBy(() -> set.restore(new double[before.length + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the state of %s is %d numbers, was given %d", name, before.length, before.length + 1);
        assertThat(set.snapshot()).isEqualTo(before);
    }

    @Test
    void theEngineNeverReadsTheFuture() {
        var whole = FeatureMarket.run(WITH_TRADES, INTERVALS, STEPS);
        for (int length = 0; length < STEPS.size(); length += 997) {
            var part = FeatureMarket.run(WITH_TRADES, INTERVALS, STEPS.subList(0, length));
            assertThat(part).isEqualTo(whole.subList(0, part.size()));
        }
    }

    /** One engine serves many instruments in turn: none may leave a trace in another. */
    @Test
    void instrumentsThatShareAnEngineDoNotKnowOfEachOther() {
        var other = market(17, 2_000);
        var engine = new FeatureEngine(WITH_TRADES, INTERVALS);
        var tapes = List.of(new Tape(), new Tape());
        List<Map<String, double[]>> stores = List.of(new HashMap<>(), new HashMap<>());
        List<List<FeatureVector>> vectors = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < Math.max(STEPS.size(), other.size()); i++) {
            for (int k = 0; k < 2; k++) {
                var steps = k == 0 ? STEPS : other;
                if (i < steps.size()) {
                    take(engine, tapes.get(k), stores.get(k), steps.get(i), vectors.get(k));
                }
            }
        }
        assertThat(vectors.get(0)).isEqualTo(FeatureMarket.run(WITH_TRADES, INTERVALS, STEPS));
        assertThat(vectors.get(1)).isEqualTo(FeatureMarket.run(WITH_TRADES, INTERVALS, other));
    }

    private static void take(
            FeatureEngine engine, Tape tape, Map<String, double[]> store, Step step, List<FeatureVector> out) {
        if (step.trade() != null) {
            engine.trade(tape, step.trade());
        } else if (step.quote() != null) {
            engine.quote(tape, step.quote());
        } else {
            engine.bar(tape, FeatureMarket.store(store), step.bar(), step.knownAtNanos(), out::add);
        }
    }

    @Test
    void staysSilentUntilWarmAndGivesNothingThatIsNotANumber() {
        var run = new Run(List.of("market", "quotes"), INTERVALS);
        var bars = new HashMap<String, Integer>();
        run.take(STEPS);
        for (var vector : run.vectors()) {
            var set = FeatureSets.named(vector.featureSet());
            int seen = bars.merge(vector.featureSet() + vector.intervalNanos(), 1, Integer::sum);
            var warm = set.features().stream()
                    .filter(feature -> vector.featureSet().equals("quotes") || seen >= feature.warmUp())
                    .map(Feature::name)
                    .toList();
            assertThat(vector.values().keySet()).isSubsetOf(warm);
            assertThat(vector.values().values())
                    .allSatisfy(value -> assertThat(value).isFinite());
        }
        assertThat(run.vectors().stream().filter(vector -> vector.featureSet().equals("market")))
                .hasSize((int)
                        STEPS.stream().map(Step::bar).filter(Objects::nonNull).count());
    }
}
