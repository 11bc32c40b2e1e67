package io.millrace.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.feature.FeatureSets;
import io.millrace.core.feature.FeatureVector;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.catalogue.IndicatorKinds;
import io.millrace.core.indicator.catalogue.Indicators;
import io.millrace.core.market.Bar;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;
import io.millrace.core.strategy.Strategy;
import io.millrace.core.strategy.StrategyKind;
import io.millrace.core.strategy.StrategySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that Millrace computes reads the future, and whoever does is caught. */
class NoLookAheadTest {
    private static final int LENGTH = 600;
    private static final List<Bar> BARS = Streams.bars(1, LENGTH);
    private static final List<Bar> OTHERS = Streams.bars(2, LENGTH);

    static List<IndicatorKind> kinds() {
        return IndicatorKinds.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noIndicatorReadsTheFuture(IndicatorKind kind) {
        var proof = NoLookAhead.of(Subject.indicator(() -> Indicators.parse(kind.defaultName())));
        proof.prove(Streams.values(1, LENGTH), Streams.values(2, LENGTH));
        assertThat(proof.onEveryPrefix(Streams.values(3, 150))).isEmpty();
    }

    /** Two series side by side. */
    private record Pair(BarValues sample, BarValues reference) {
        static List<Pair> of(long seed) {
            var samples = Streams.values(seed, LENGTH);
            var references = Streams.values(seed + 100, LENGTH);
            return IntStream.range(0, LENGTH)
                    .mapToObj(i -> new Pair(samples.get(i), references.get(i)))
                    .toList();
        }
    }

    static List<IndicatorKind> pairKinds() {
        return IndicatorKinds.PAIRS.kinds();
    }

    @ParameterizedTest
    @MethodSource("pairKinds")
    void noIndicatorOfTwoInstrumentsReadsTheFuture(IndicatorKind kind) {
        Subject<Pair> subject = Subject.steps(() -> {
            var indicator = Indicators.parsePair(kind.defaultName());
            return pair -> {
                indicator.update(pair.sample(), pair.reference());
                return indicator.isReady() ? indicator.value() : null;
            };
        });
        NoLookAhead.of(subject).prove(Pair.of(1), Pair.of(2));
    }

    /** Those that say something of bars alone; FeatureProofTest proves all of them on trades, quotes and two instruments. */
    static List<String> featureSets() {
        return List.of("basic", "market");
    }

    @ParameterizedTest
    @MethodSource("featureSets")
    void noFeaturesReadTheFuture(String name) {
        var subject = Subject.features(() -> FeatureSets.named(name));
        var proof = NoLookAhead.of(subject);
        proof.prove(BARS, OTHERS);
        assertThat(proof.onEveryPrefix(BARS.subList(0, 60))).isEmpty();
        assertThat(subject.answers(BARS)).as("it has something to show").anySatisfy(vector -> assertThat(
                        ((FeatureVector) vector).values())
                .isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void noStrategyReadsTheFuture(StrategyKind kind) {
        var spec = new StrategySpec(
                "s1", 1, "acc-1", Streams.BTC, kind.word(), Streams.HOUR, Quantity.of("0.5"), new TreeMap<>(), true, 0);
        var subject = Subject.strategy(() -> Strategy.of(spec));
        NoLookAhead.of(subject).prove(BARS, OTHERS);
        assertThat(NoLookAhead.of(subject).onEveryPrefix(BARS.subList(0, 200))).isEmpty();
        assertThat(subject.answers(BARS))
                .as("it has something to show")
                .anySatisfy(signals -> assertThat((List<?>) signals).isNotEmpty());
    }

    /** An average that is centred on its bar: it takes the two bars after it. */
    private static List<Double> centredMean(List<BarValues> bars) {
        var means = new ArrayList<Double>();
        for (int i = 0; i < bars.size(); i++) {
            means.add(bars.subList(Math.max(0, i - 2), Math.min(bars.size(), i + 3)).stream()
                    .mapToDouble(BarValues::close)
                    .average()
                    .orElseThrow());
        }
        return means;
    }

    @Test
    void catchesAnIndicatorThatPeeks() {
        var bars = Streams.values(1, 40);
        var proof = NoLookAhead.of(NoLookAheadTest::centredMean);
        var found = proof.onEveryPrefix(bars).orElseThrow();
        assertThat(found.position()).isZero();
        assertThat(found.cut()).isEqualTo(1);
        assertThat(found.after()).isEqualTo(bars.get(0).close());
        assertThat(found.before()).isEqualTo(centredMean(bars).get(0));
        assertThat(found)
                .hasToString("the answer to event 0 depends on events from 1 on: it is " + found.before() + ", but "
                        + found.after() + " where others or none follow");
    }

    @Test
    void catchesAStrategyThatReadsTheNextCloseEarly() {
        Subject<Bar> cheater = stream -> {
            var asked = new int[1];
            return Subject.<Bar>steps(() -> bar -> {
                        int next = Math.min(++asked[0], stream.size() - 1);
                        return stream.get(next).close().units() > bar.close().units() ? Side.BUY : Side.SELL;
                    })
                    .answers(stream);
        };
        assertThat(NoLookAhead.of(cheater).onEveryPrefix(BARS)).isPresent();
        assertThat(NoLookAhead.of(cheater).withOtherFutures(BARS, OTHERS, 16)).isPresent();
        assertThatThrownBy(() -> NoLookAhead.of(cheater).prove(BARS, OTHERS))
                .isInstanceOf(LookAheadException.class)
                .hasMessageStartingWith("the answer to event ");
    }

    @Test
    void catchesWhatIsScaledByTheWholeSeries() {
        Subject<BarValues> scaled = stream -> {
            double highest = stream.stream().mapToDouble(BarValues::close).max().orElseThrow();
            return stream.stream().map(bar -> bar.close() / highest).toList();
        };
        assertThat(NoLookAhead.of(scaled).onPrefixes(Streams.values(1, LENGTH), 3))
                .hasValueSatisfying(found -> assertThat(found.position()).isZero());
    }

    @Test
    void catchesAnAnswerThatIsRepaintedLater() {
        Subject<BarValues> repainting = Subject.steps(() -> {
            var given = new ArrayList<double[]>();
            return bar -> {
                given.forEach(answer -> answer[0] = Math.max(answer[0], bar.high()));
                var answer = new double[] {bar.high()};
                given.add(answer);
                return answer;
            };
        });
        assertThat(NoLookAhead.of(repainting).onEveryPrefix(Streams.values(1, 30)))
                .isPresent();
    }

    @Test
    void tellsNegativeZeroFromZero() {
        Subject<Double> signed = stream ->
                stream.stream().map(x -> stream.size() > 2 ? -0.0 : 0.0).toList();
        assertThat(NoLookAhead.of(signed).onEveryPrefix(List.of(1.0, 2.0, 3.0))).isPresent();
    }

    @Test
    void looksAtEveryPrefixAndAtTheWholeOnceMore() {
        var lengths = new ArrayList<Integer>();
        Subject<Integer> counting = stream -> {
            lengths.add(stream.size());
            return stream;
        };
        assertThat(NoLookAhead.of(counting).onEveryPrefix(List.of(1, 2, 3, 4))).isEmpty();
        assertThat(lengths).containsExactly(4, 1, 2, 3, 4);
    }

    @Test
    void asksOneAnswerPerEvent() {
        assertThatThrownBy(() ->
                        NoLookAhead.of((List<Integer> stream) -> List.of(1)).onEveryPrefix(List.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one answer per event is asked, were 1 to 2 events");
        assertThatThrownBy(
                        () -> NoLookAhead.of((List<Integer> stream) -> stream).prove(List.of(1, 2), List.of(1)))
                .hasMessage("the other events must be as many as the stream's 2, were 1");
        assertThatCode(() -> NoLookAhead.of((List<Integer> stream) -> stream).prove(List.of(), List.of()))
                .doesNotThrowAnyException();
    }
}
