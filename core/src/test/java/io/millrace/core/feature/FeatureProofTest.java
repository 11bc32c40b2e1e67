package io.millrace.core.feature;

import static io.millrace.core.feature.FeatureMarket.MINUTE;
import static io.millrace.core.feature.FeatureMarket.quotes;
import static io.millrace.core.feature.FeatureMarket.steps;
import static io.millrace.core.feature.FeatureMarket.trades;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.feature.FeatureMarket.Run;
import io.millrace.core.feature.FeatureMarket.Step;
import io.millrace.core.market.Bar;
import io.millrace.core.proof.NoLookAhead;
import io.millrace.core.proof.Subject;
import io.millrace.core.proof.WarmUp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** No feature of any set reads the future, and each depends on no more of the past than it says. */
class FeatureProofTest {
    private static final List<Long> INTERVALS = List.of(MINUTE, 5 * MINUTE);
    private static final List<Step> STEPS = market(31, 50_000);

    /** Its averages weigh all that went before, ever less. */
    private static final String EXPONENTIAL = "trend(";

    private static List<Step> market(long seed, int count) {
        var trades = trades(seed, count);
        return steps(trades, quotes(trades, seed + 1), INTERVALS);
    }

    private static List<Bar> bars(List<Step> steps) {
        return steps.stream()
                .map(Step::bar)
                .filter(bar -> bar != null && bar.intervalNanos() == MINUTE)
                .toList();
    }

    private static Subject<Step> engine() {
        return Subject.steps(() -> {
            var run = new Run(List.of("basic", "market", "quotes"), INTERVALS);
            return step -> {
                int before = run.vectors().size();
                run.take(step);
                return List.copyOf(run.vectors().subList(before, run.vectors().size()));
            };
        });
    }

    @Test
    void theEngineDoesNotReadTheFutureOfTradesQuotesAndBars() {
        NoLookAhead.of(engine())
                .prove(STEPS.subList(0, 8_000), market(37, 8_000).subList(0, 8_000));
        assertThat(NoLookAhead.of(engine()).onEveryPrefix(STEPS.subList(0, 400)))
                .isEmpty();
    }

    @Test
    void noSetThatLivesOnBarsReadsTheirFuture() {
        var bars = bars(STEPS).subList(0, 600);
        var others = bars(market(41, 8_000)).subList(0, 600);
        for (String name : List.of("basic", "market")) {
            var proof = NoLookAhead.of(Subject.features(() -> FeatureSets.named(name)));
            proof.prove(bars, others);
            assertThat(proof.onEveryPrefix(bars.subList(0, 100))).isEmpty();
        }
        NoLookAhead.of(Subject.steps(FeatureProofTest::beside)).prove(bars, others);
    }

    /** Beside a benchmark whose closes are the bars' opens. */
    private static Function<Bar, Map<String, Double>> beside() {
        var set = FeatureSets.named("benchmark");
        return bar -> set.update(Sample.of(bar, bar.open()), 1).values();
    }

    /** Measured: one that starts later agrees with one that saw all before, as soon as its declared warm-up is over. */
    @Test
    void featuresOfWindowsDependOnNoMoreBarsThanTheyDeclare() {
        var declared = new HashMap<String, Integer>();
        FeatureSets.NAMES.forEach(name ->
                FeatureSets.named(name).features().forEach(feature -> declared.put(feature.name(), feature.warmUp())));
        var bars = bars(STEPS);
        assertThat(bars).hasSizeGreaterThan(1_000);
        for (var warmUp : WarmUp.ofFeatures(() -> FeatureSets.named("market"), bars)) {
            if (warmUp.value().equals("vpin(20)")) {
                // Its buckets begin where the stream does.
                assertThat(warmUp.samples()).isEmpty();
            } else if (warmUp.value().startsWith(EXPONENTIAL)) {
                assertThat(warmUp.samples()).as(warmUp.toString()).isPresent();
            } else {
                assertThat(warmUp.samples().orElse(Integer.MAX_VALUE))
                        .as(warmUp.toString())
                        .isLessThanOrEqualTo(declared.get(warmUp.value()));
            }
        }
        for (var warmUp : WarmUp.measure(FeatureProofTest::beside, bars, WarmUp.TOLERANCE)) {
            assertThat(warmUp.samples().orElse(Integer.MAX_VALUE))
                    .as(warmUp.toString())
                    .isLessThanOrEqualTo(declared.get(warmUp.value()));
        }
    }
}
