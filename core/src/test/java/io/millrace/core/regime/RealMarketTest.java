package io.millrace.core.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.market.Bar;
import io.millrace.core.regime.HmmTraining.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the daily bars of SPY, 1998 to 2021, where everybody knows when it was calm. */
class RealMarketTest {
    private static final int WINDOW = 10;

    private static List<Bar> bars = List.of();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(RegimeBars.DAILY), "no daily bars at " + RegimeBars.DAILY.toAbsolutePath());
        bars = RegimeBars.daily("SPY");
    }

    @Test
    void theCrisesAreInTheTurbulentState() {
        var result = train(2, bars.size());
        var days = filter(RegimeDetector.of(model(result)));

        assertThat(result.converged()).isTrue();
        assertThat(share(days, "turbulent", "2008-09-15", "2008-12-31")).isEqualTo(1);
        assertThat(share(days, "turbulent", "2020-02-28", "2020-04-30")).isEqualTo(1);
        assertThat(share(days, "turbulent", "2008-01-01", "2008-12-31")).isGreaterThan(0.85);
        assertThat(share(days, "calm", "2017-01-01", "2017-12-31")).isGreaterThan(0.95);
    }

    @Test
    void ofThreeStatesTheWildestHasTheCrises() {
        var result = train(3, bars.size());
        var days = filter(RegimeDetector.of(model(result)));

        assertThat(share(days, "turbulent", "2008-09-15", "2008-12-31")).isEqualTo(1);
        assertThat(share(days, "turbulent", "2020-02-28", "2020-04-30")).isEqualTo(1);
        assertThat(share(days, "calm", "2008-01-01", "2008-12-31")).isLessThan(0.01);
        assertThat(share(days, "turbulent", "2017-01-01", "2017-12-31")).isZero();
        assertThat(result.hmm().variance(2, 0)).isGreaterThan(8 * result.hmm().variance(0, 0));
        assertThat(result.hmm().expectedDuration(0)).isGreaterThan(30);
    }

    @Test
    void aModelTrainedBeforeTheCrisisKnowsItWhenItComes() {
        int before = (int) bars.stream()
                .filter(bar -> day(bar).isBefore(LocalDate.of(2007, 1, 1)))
                .count();
        var days = filter(RegimeDetector.of(model(train(2, before))));

        assertThat(share(days, "turbulent", "2008-09-15", "2008-12-31")).isEqualTo(1);
        assertThat(share(days, "calm", "2017-01-01", "2017-12-31")).isGreaterThan(0.95);
    }

    @Test
    void theRuleCallsTheOutbreakOfACrisisTurbulent() {
        var days = filter(RegimeDetector.of(
                RegimeModel.baseline(bars.get(0).instrument(), bars.get(0).intervalNanos())));

        assertThat(days.subMap(LocalDate.of(2008, 9, 30), LocalDate.of(2008, 11, 30))
                        .values())
                .allSatisfy(day -> assertThat(day.regime()).startsWith("turbulent"));
        assertThat(days.subMap(LocalDate.of(2020, 3, 2), LocalDate.of(2020, 4, 1))
                        .values())
                .allSatisfy(day -> assertThat(day.regime()).startsWith("turbulent"));
    }

    private static HmmTraining.Result train(int states, int count) {
        var observations = new HmmObservations(WINDOW);
        var series = new ArrayList<double[]>();
        for (var bar : bars.subList(0, count)) {
            observations.update(BarValues.of(bar));
            if (observations.isReady()) {
                series.add(observations.values());
            }
        }
        return HmmTraining.fit(series.toArray(double[][]::new), states, HmmObservations.VOLATILITY, Settings.DEFAULT);
    }

    private static RegimeModel model(HmmTraining.Result result) {
        return new RegimeModel(
                "spy",
                1,
                bars.get(0).instrument(),
                RegimeKind.GAUSSIAN_HMM.word(),
                bars.get(0).intervalNanos(),
                new HmmParameters(result.hmm(), WINDOW).write(),
                null,
                true,
                0);
    }

    private static NavigableMap<LocalDate, RegimeSnapshot> filter(RegimeDetector detector) {
        var days = new TreeMap<LocalDate, RegimeSnapshot>();
        for (var bar : bars) {
            detector.update(bar, bar.endTimeNanos()).ifPresent(snapshot -> days.put(day(bar), snapshot));
        }
        return days;
    }

    private static double share(NavigableMap<LocalDate, RegimeSnapshot> days, String regime, String from, String to) {
        return days.subMap(LocalDate.parse(from), true, LocalDate.parse(to), true).values().stream()
                .mapToInt(day -> day.regime().equals(regime) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static LocalDate day(Bar bar) {
        return Instant.ofEpochSecond(bar.openTimeNanos() / 1_000_000_000L)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }
}
