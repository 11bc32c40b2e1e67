package io.millrace.core.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.indicator.BarValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VolatilityTrendRuleTest {
    private static final Map<String, Double> SMALL =
            Map.of("fast", 5.0, "slow", 20.0, "volatilityRatio", 1.5, "trend", 5.0, "efficiency", 0.5);

    private static String last(int length, IntToDoubleFunction close) {
        var rule = new VolatilityTrendRule(SMALL);
        var last = IntStream.range(0, length)
                .mapToObj(i -> rule.classify(BarValues.of(RegimeBars.bar(i, close.applyAsDouble(i)))))
                .toList()
                .get(length - 1)
                .orElseThrow();
        assertThat(Arrays.stream(last).sum()).isEqualTo(1);
        return rule.regimes()
                .get(IntStream.range(0, last.length)
                        .filter(i -> last[i] == 1)
                        .findFirst()
                        .orElseThrow());
    }

    /** Up and down by the same step, which grows at bar 40. */
    private static double saw(int i, double step) {
        return 1_000 * Math.exp((i < 40 ? 0.001 : step) * (i % 2));
    }

    @Test
    void tellsSixRegimesApart() {
        assertThat(last(44, i -> saw(i, 0.001))).isEqualTo("calm-range");
        assertThat(last(44, i -> saw(i, 0.01))).isEqualTo("turbulent-range");
        assertThat(last(44, i -> 1_000 * Math.exp(0.001 * i))).isEqualTo("calm-trend-up");
        assertThat(last(44, i -> 1_000 * Math.exp(-0.001 * i))).isEqualTo("calm-trend-down");
        assertThat(last(45, i -> i < 40 ? saw(i, 0) : saw(39, 0) * Math.exp(0.01 * (i - 39))))
                .isEqualTo("turbulent-trend-up");
        assertThat(last(45, i -> i < 40 ? saw(i, 0) : saw(39, 0) * Math.exp(-0.01 * (i - 39))))
                .isEqualTo("turbulent-trend-down");
    }

    @Test
    void aMarketThatStandsStillIsCalm() {
        assertThat(last(44, i -> 1_000)).isEqualTo("calm-range");
    }

    @Test
    void staysSilentUntilWarm() {
        var rule = new VolatilityTrendRule(Map.of());

        assertThat(rule.warmUp()).isEqualTo(251);
        for (int i = 1; i <= 260; i++) {
            assertThat(rule.classify(BarValues.of(RegimeBars.bar(i, 1_000 + i % 3)))
                            .isPresent())
                    .isEqualTo(i >= rule.warmUp());
        }
    }

    @Test
    void continuesFromItsSnapshotToTheLastBit() {
        var whole = new VolatilityTrendRule(SMALL);
        var part = new VolatilityTrendRule(SMALL);
        for (var bar : RegimeBars.walk(200, 90, 120)) {
            var next = new VolatilityTrendRule(SMALL);
            next.restore(part.snapshot());
            part = next;
            var values = BarValues.of(bar);
            assertThat(part.classify(values).map(Arrays::toString))
                    .isEqualTo(whole.classify(values).map(Arrays::toString));
            assertThat(part.snapshot()).containsExactly(whole.snapshot());
        }
    }

    @Test
    void namesEveryParameterThatCannotBe() {
        assertThatThrownBy(() ->
                        new VolatilityTrendRule(new TreeMap<>(Map.of("fast", 1.5, "efficiency", 2.0, "moon", 1.0))))
                .hasMessage(
                        "efficiency must be from 0.0 to 1.0, was 2.0; fast must be a whole number from 2.0 to 1000.0,"
                                + " was 1.5; volatility-trend has no parameter 'moon', it has "
                                + List.of("fast", "slow", "volatilityRatio", "trend", "efficiency"));
        assertThatThrownBy(() -> new VolatilityTrendRule(Map.of("slow", 20.0)))
                .hasMessage("slow must be more than fast 20.0, was 20.0");
    }
}
