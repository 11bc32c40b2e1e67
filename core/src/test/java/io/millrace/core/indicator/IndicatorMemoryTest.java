package io.millrace.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.indicator.catalogue.IndicatorKinds;
import io.millrace.core.indicator.catalogue.Indicators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every indicator promises of its memory, its warm-up and its future. */
class IndicatorMemoryTest {
    private static final int LENGTH = 120;

    /** Without a value where no bar of a small window has volume. */
    private static final Set<String> MAY_LACK_VOLUME = Set.of("vwap", "vwma", "vwap-bands");

    /** Without a value until something has happened: a session has ended, the price has turned. */
    private static final Set<String> WAITS = Set.of(
            "pivots-classic",
            "pivots-fibonacci",
            "pivots-camarilla",
            "pivots-woodie",
            "pivots-demark",
            "zigzag",
            "fractals");

    static List<String> names() {
        var names = new ArrayList<String>();
        for (IndicatorKind kind : IndicatorKinds.all()) {
            names.add(kind.defaultName());
            if (!MAY_LACK_VOLUME.contains(kind.word())) {
                names.add(smallest(kind));
            }
        }
        names.addAll(List.of("vwap(7)", "vwma(7)", "cci(70)"));
        return names.stream().distinct().toList();
    }

    /** The least bars it takes, each parameter more than the one before it if it must be. */
    private static String smallest(IndicatorKind kind) {
        for (int step = 0; ; step++) {
            var parameters = new ArrayList<String>();
            for (var parameter : kind.parameters()) {
                parameters.add(
                        parameter.type() == IndicatorParameter.Type.BARS
                                ? Integer.toString((int) parameter.min() + step * parameters.size())
                                : parameter.defaultValue().toString());
            }
            try {
                return kind.create(parameters).name();
            } catch (IllegalArgumentException e) {
                assertThat(step).as(e.getMessage()).isLessThan(3);
            }
        }
    }

    @Provide
    Arbitrary<String> anyName() {
        return Arbitraries.of(names());
    }

    @Property(tries = 500)
    void continuesFromASnapshotToTheLastBit(
            @ForAll("anyName") String name, @ForAll long seed, @ForAll @IntRange(max = LENGTH) int cut) {
        var bars = bars(seed);
        var whole = Indicators.parse(name);
        var first = Indicators.parse(name);
        var second = Indicators.parse(name);
        bars.forEach(second::update);

        bars.subList(0, cut).forEach(whole::update);
        bars.subList(0, cut).forEach(first::update);
        second.restore(first.snapshot());
        assertThat(second.snapshot()).isEqualTo(first.snapshot());
        assertThat(valuesOf(second)).isEqualTo(valuesOf(whole));
        for (BarValues bar : bars.subList(cut, LENGTH)) {
            whole.update(bar);
            second.update(bar);
            assertThat(valuesOf(second)).isEqualTo(valuesOf(whole));
        }
        assertThat(second.snapshot()).isEqualTo(whole.snapshot());
    }

    @Property(tries = 200)
    void valuesOfAPrefixAreAPrefixOfTheValues(
            @ForAll("anyName") String name, @ForAll long seed, @ForAll @IntRange(max = LENGTH) int length) {
        var whole = allValues(name, bars(seed));
        assertThat(allValues(name, bars(seed).subList(0, length))).isEqualTo(whole.subList(0, length));
    }

    @ParameterizedTest
    @MethodSource("names")
    void staysSilentUntilWarm(String name) {
        var indicator = Indicators.parse(name);
        int seen = 0;
        for (BarValues bar : BarSeries.random(3, LENGTH, 100, 0.01)) {
            indicator.update(bar);
            seen++;
            boolean warm = seen >= indicator.warmUp();
            if (WAITS.contains(name.replaceAll("\\(.*", ""))) {
                warm &= indicator.isReady();
            }
            assertThat(indicator.isReady()).as("after %d bars", seen).isEqualTo(warm);
            assertThat(valuesOf(indicator))
                    .hasSize(warm ? indicator.valueNames().size() : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void handsOverFiniteValuesByItsNames(String name) {
        var indicator = Indicators.parse(name);
        for (BarValues bar : BarSeries.random(5, 2_000, 100, 0.01)) {
            indicator.update(bar);
            var names = new ArrayList<String>();
            indicator.values((value, number) -> {
                names.add(value);
                assertThat(number).isFinite();
            });
            assertThat(names).isEqualTo(indicator.isReady() ? indicator.valueNames() : List.of());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesTheStateOfAnother(String name) {
        var indicator = Indicators.parse(name);
        bars(1).forEach(indicator::update);
        var before = indicator.snapshot();
        assertThatThrownBy(() -> indicator.restore(Arrays.copyOf(before, before.length + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the state of %s is %d numbers, was given %d", name, before.length, before.length + 1);
        assertThat(indicator.snapshot()).isEqualTo(before);
    }

    private static List<BarValues> bars(long seed) {
        return BarSeries.random(seed, LENGTH, 100, 0.01);
    }

    private static List<List<Double>> allValues(String name, List<BarValues> bars) {
        var indicator = Indicators.parse(name);
        var all = new ArrayList<List<Double>>();
        for (BarValues bar : bars) {
            indicator.update(bar);
            all.add(valuesOf(indicator));
        }
        return all;
    }

    private static List<Double> valuesOf(Indicator indicator) {
        var values = new ArrayList<Double>();
        indicator.values((name, value) -> values.add(value));
        return values;
    }
}
