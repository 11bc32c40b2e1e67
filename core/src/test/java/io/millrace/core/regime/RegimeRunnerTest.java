package io.millrace.core.regime;

import static io.millrace.core.regime.RegimeBars.BTC;
import static io.millrace.core.regime.RegimeBars.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.proof.NoLookAhead;
import io.millrace.core.proof.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegimeRunnerTest {
    private static final List<Bar> BARS = RegimeBars.walk(600, 400, 450);

    private static RegimeModel hmm(String id, long version, int effectiveFromMinute) {
        return model(id, version, BTC, new HmmParameters(Hmms.three(), 1).write(), true, effectiveFromMinute);
    }

    private static RegimeModel model(
            String id,
            long version,
            InstrumentId instrument,
            SortedMap<String, Double> parameters,
            boolean enabled,
            int effectiveFromMinute) {
        return new RegimeModel(
                id,
                version,
                instrument,
                "gaussian-hmm",
                MINUTE,
                parameters,
                null,
                enabled,
                effectiveFromMinute * MINUTE);
    }

    private static List<RegimeSnapshot> run(List<Bar> bars, RegimeModel... models) {
        return run(new RegimeState(), bars, models);
    }

    private static List<RegimeSnapshot> run(RegimeState state, List<Bar> bars, RegimeModel... models) {
        var book = new RegimeBook();
        for (var model : models) {
            book.put(model);
        }
        var runner = new RegimeRunner(book);
        var snapshots = new ArrayList<RegimeSnapshot>();
        bars.forEach(bar -> snapshots.addAll(runner.onBar(state, bar, bar.endTimeNanos() + 5)));
        return snapshots;
    }

    private static List<Integer> minutes(List<RegimeSnapshot> snapshots, String modelId) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.modelId().equals(modelId))
                .map(snapshot -> (int) (snapshot.barOpenNanos() / MINUTE))
                .toList();
    }

    @Test
    void theBaselineRunsUnaskedOnEveryBarOnceItIsWarm() {
        var snapshots = run(BARS);

        assertThat(snapshots).hasSize(350).allSatisfy(snapshot -> {
            assertThat(snapshot.modelId()).isEqualTo("volatility-trend");
            assertThat(snapshot.modelVersion()).isZero();
            assertThat(snapshot.probabilities()).hasSize(6).containsEntry(snapshot.regime(), 1.0);
        });
        assertThat(snapshots.get(0).barOpenNanos()).isEqualTo(250 * MINUTE);
        assertThat(snapshots.get(0).eventTimeNanos()).isEqualTo(251 * MINUTE + 5);
        assertThat(snapshots.get(180).regime()).startsWith("turbulent");
    }

    @Test
    void aModelHoldsForTheBarsThatOpenAtOrAfterItsTime() {
        var snapshots = run(BARS, hmm("trained", 1, 300), hmm("apart", 1, 590));

        // The first bar has no return.
        assertThat(minutes(snapshots, "trained")).hasSize(299).startsWith(301).endsWith(599);
        assertThat(minutes(snapshots, "apart")).containsExactly(591, 592, 593, 594, 595, 596, 597, 598, 599);
        assertThat(snapshots.subList(snapshots.size() - 3, snapshots.size()))
                .extracting(RegimeSnapshot::modelId)
                .containsExactly("apart", "trained", "volatility-trend");
        assertThat(snapshots).allSatisfy(snapshot -> assertThat(snapshot.probabilities().values().stream()
                        .mapToDouble(p -> p)
                        .sum())
                .isCloseTo(1, within(1e-12)));
        var wild = snapshots.stream()
                .filter(s -> s.modelId().equals("trained") && s.barOpenNanos() == 440 * MINUTE)
                .findFirst()
                .orElseThrow();
        assertThat(wild.regime()).isEqualTo("turbulent");
        assertThat(wild.probabilities()).containsOnlyKeys("calm", "normal", "turbulent");
    }

    @Test
    void aLaterVersionBeginsAnewAndOneThatIsNotEnabledIsSilent() {
        var off = model("trained", 3, BTC, new HmmParameters(Hmms.three(), 1).write(), false, 500);
        var snapshots = run(BARS, hmm("trained", 1, 300), hmm("trained", 2, 400), off);

        assertThat(minutes(snapshots, "trained"))
                .doesNotContain(400)
                .contains(399, 401)
                .endsWith(499);
    }

    @Test
    void otherInstrumentsAndIntervalsDoNotSeeIt() {
        var other =
                model("other", 1, InstrumentId.of("ETH-USD.X"), new HmmParameters(Hmms.three(), 1).write(), true, 0);
        var hour = RegimeBars.bar(BTC, 0, 60 * MINUTE, 11, 9, 10);
        var later = RegimeBars.bar(BTC, 60 * MINUTE, 60 * MINUTE, 11, 9, 10);

        assertThat(run(BARS, other)).isEqualTo(run(BARS));
        assertThat(run(List.of(hour, later), hmm("trained", 1, 0))).isEmpty();
    }

    @Test
    void instrumentsOfOneRunnerDoNotSeeEachOther() {
        var eth = InstrumentId.of("ETH-USD.BITSTAMP");
        var book = new RegimeBook();
        book.put(hmm("trained", 1, 100));
        var runner = new RegimeRunner(book);
        var first = new RegimeState();
        var second = new RegimeState();
        var seen = new ArrayList<RegimeSnapshot>();
        for (var bar : BARS) {
            seen.addAll(runner.onBar(first, bar, bar.endTimeNanos() + 5));
            runner.onBar(second, RegimeBars.bar(eth, bar.openTimeNanos(), MINUTE, 3, 1, 2), bar.endTimeNanos() + 5);
        }
        assertThat(seen).isEqualTo(run(BARS, hmm("trained", 1, 100)));
    }

    @Test
    void forgetsWhatIsNoLongerInForce() {
        var state = new RegimeState();
        run(state, BARS.subList(0, 100), hmm("trained", 1, 0));
        assertThat(state.models).hasSize(2);
        run(state, BARS.subList(100, 101));
        assertThat(state.models).hasSize(1);
    }

    @Test
    void theSameBarsInTwoPartsGiveTheSameSnapshots() {
        var state = new RegimeState();
        var parts = new ArrayList<RegimeSnapshot>();
        for (int from = 0; from < BARS.size(); from += 37) {
            var part = BARS.subList(from, Math.min(from + 37, BARS.size()));
            parts.addAll(run(state, part, hmm("trained", 1, 100), hmm("trained", 2, 333)));
        }
        assertThat(parts).isEqualTo(run(BARS, hmm("trained", 1, 100), hmm("trained", 2, 333)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trained", "volatility-trend"})
    void noRegimeReadsTheFuture(String id) {
        var model = id.equals("trained") ? hmm(id, 1, 0) : RegimeModel.baseline(BTC, MINUTE);
        var subject = Subject.<Bar>steps(() -> {
            var detector = RegimeDetector.of(model);
            return bar -> detector.update(bar, bar.endTimeNanos());
        });

        NoLookAhead.of(subject).prove(BARS, RegimeBars.walk(BARS.size(), 100, 300));
    }

    @Test
    void remembersTheDetectorsNumbersOnceForEachModel() {
        var state = new RegimeState();
        var model = hmm("trained", 1, 0);
        run(state, BARS, model);
        var alone = RegimeDetector.of(model);
        BARS.forEach(bar -> alone.update(bar, bar.endTimeNanos()));

        assertThat(state.models.get("trained/time/" + MINUTE))
                .usingRecursiveComparison()
                .isEqualTo(memory(1, alone.snapshot()));
    }

    private static RegimeState.ModelMemory memory(long version, double[] numbers) {
        var memory = new RegimeState.ModelMemory();
        memory.version = version;
        memory.numbers = numbers;
        return memory;
    }

    @Test
    void refusesModelsThatCannotRun() {
        var book = new RegimeBook();
        var nothing = new RegimeModel(" ", 1, BTC, "moon-phase", 0, new TreeMap<>(), null, true, 0);

        assertThatThrownBy(() -> book.put(nothing))
                .hasMessage("model   version 1: modelId must not be blank; intervalNanos must be > 0, was 0;"
                        + " kind must be one of gaussian-hmm, volatility-trend, was 'moon-phase'");
        assertThatThrownBy(() -> book.put(hmm("volatility-trend", 1, 0)))
                .hasMessageContaining("'volatility-trend' stands for the rule that runs on every instrument");
        assertThatThrownBy(() -> RegimeDetector.of(nothing)).hasMessageContaining("moon-phase");
    }
}
