package io.millrace.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.feature.Feature;
import io.millrace.core.feature.FeatureSets;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.catalogue.IndicatorKinds;
import io.millrace.core.indicator.catalogue.Indicators;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WarmUpTest {
    private static final int LENGTH = 2_000;

    static List<IndicatorKind> kinds() {
        return IndicatorKinds.all();
    }

    private static List<WarmUp> of(String name) {
        return WarmUp.ofIndicator(() -> Indicators.parse(name), Streams.values(7, LENGTH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"sma(20); 20", "bollinger(20,2); 20", "vwap(7); 7", "volume(30); 30"})
    void aWindowForgetsWhatHasLeftIt(String name, int bars) {
        assertThat(of(name)).allSatisfy(value -> assertThat(value.samples()).hasValue(bars));
    }

    /** (1 − 2 / (n + 1))^k = 1e-9 gives k of an EMA, (1 − 1 / n)^k that of Wilder's average, times its deviation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"ema(12); 80; 140", "rsi(14); 200; 330", "atr(14); 200; 330"})
    void anExponentialAverageForgetsSlowly(String name, int min, int max) {
        assertThat(of(name))
                .allSatisfy(value -> assertThat(value.samples().orElseThrow()).isBetween(min, max));
    }

    @Test
    void aSumWithoutEndNeverForgets() {
        var obv = of("obv").get(0);
        assertThat(obv.samples()).isEmpty();
        assertThat(obv.reason()).startsWith("it is a sum without end");
        assertThat(obv.toString()).startsWith("obv: never, it is a sum without end");
    }

    @Test
    void whatNeedsMoreThanTheStreamHasIsSaidToDoSo() {
        var ema = of("ema(1000)").get(0);
        assertThat(ema.samples()).isEmpty();
        assertThat(ema.reason()).startsWith("after 1875 samples it is still ");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noValueForgetsItsStartBeforeItIsThere(IndicatorKind kind) {
        var indicator = Indicators.parse(kind.defaultName());
        var measured = of(kind.defaultName());
        assertThat(measured).extracting(WarmUp::value).containsExactlyInAnyOrderElementsOf(indicator.valueNames());
        assertThat(measured).isEqualTo(of(kind.defaultName())).allSatisfy(value -> {
            assertThat(value.samples().isPresent()).isEqualTo(value.reason().isEmpty());
            if (value.samples().isPresent()) {
                assertThat(value.samples().getAsInt()).isGreaterThanOrEqualTo(indicator.warmUp());
            }
        });
    }

    @Test
    void theBasicFeaturesNeedWhatTheyDeclare() {
        var measured = WarmUp.ofFeatures(() -> FeatureSets.named("basic"), Streams.bars(7, LENGTH));
        for (Feature feature : FeatureSets.named("basic").features()) {
            assertThat(measured)
                    .filteredOn(warmUp -> warmUp.value().equals(feature.name()))
                    .singleElement()
                    .satisfies(warmUp -> assertThat(warmUp.samples()).hasValue(feature.warmUp()));
        }
    }
}
