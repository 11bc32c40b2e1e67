package io.millrace.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.volatility.Atr;
import io.millrace.core.sizing.Measured;
import io.millrace.core.sizing.Sizing;
import io.millrace.core.sizing.SizingKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizingInputTest {
    @Test
    void atrIsWildersOfTheBars() {
        var input = input(SizingKind.ATR_RISK, Map.of("fraction", 0.01, "period", 5.0));
        var atr = new Atr(5);
        for (var bar : Bars.random(1, 5)) {
            atr.update(BarValues.of(bar));
            input.update(BarValues.of(bar), false);
        }
        assertThat(input.inputs()).as("one bar too few").isEmpty();
        for (var bar : Bars.random(2, 40)) {
            atr.update(BarValues.of(bar));
            input.update(BarValues.of(bar), false);
            assertThat(input.inputs()).containsExactly(Map.entry(Measured.ATR, atr.value()));
        }
    }

    @Test
    void volatilityIsTheDeviationOfReturnsPerYear() {
        var input = input(SizingKind.VOLATILITY_TARGET, Map.of("target", 0.2, "period", 4.0));
        show(input, 100, 110, 100, 110);
        assertThat(input.inputs()).as("three returns of four").isEmpty();
        show(input, 100);
        // Returns ± ln 1.1 around a mean of 0; 525,600 minutes a year.
        assertThat(input.inputs().get(Measured.VOLATILITY))
                .isCloseTo(StrictMath.log(1.1) * Math.sqrt(525_600), within(1e-9));
    }

    @Test
    void aMarketWithSessionsSaysHowManyBarsItsYearHas() {
        var input = input(SizingKind.VOLATILITY_TARGET, Map.of("target", 0.2, "period", 2.0, "barsPerYear", 98_280.0));
        show(input, 100, 110, 100);
        assertThat(input.inputs().get(Measured.VOLATILITY))
                .isCloseTo(StrictMath.log(1.1) * Math.sqrt(98_280), within(1e-9));
    }

    @Test
    void oddsAreThoseOfTheRoundTripsAtTheClosesOfTheTurns() {
        var input = input(SizingKind.KELLY, Map.of("trades", 3.0));
        trip(input, 100, 120);
        trip(input, 100, 90);
        assertThat(input.inputs()).as("two trips of three").isEmpty();
        trip(input, 100, 110);
        show(input, 100);
        assertThat(input.inputs().get(Measured.WIN_RATE)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(input.inputs().get(Measured.PAYOFF)).isCloseTo(0.15 / 0.1, within(1e-12));
    }

    @Test
    void oddsNeedAWinAndALoss() {
        var won = input(SizingKind.KELLY, Map.of("trades", 1.0));
        trip(won, 100, 120);
        show(won, 100);
        assertThat(won.inputs()).isEmpty();
        var lost = input(SizingKind.KELLY, Map.of("trades", 1.0));
        trip(lost, 120, 100);
        show(lost, 100);
        assertThat(lost.inputs()).isEmpty();
    }

    @Test
    void aTripThatAnotherVersionBeganDoesNotCount() {
        var input = input(SizingKind.KELLY, Map.of("trades", 1.0));
        input.update(BarValues.of(Bars.bar(0, 100)), true);
        input.update(BarValues.of(Bars.bar(1, 50)), false);
        assertThat(input.snapshot()).startsWith(0, Double.NaN, 50, 0, 0, 0, 0);
    }

    @Test
    void continuesFromItsSnapshotToTheLastBit() {
        var bars = Bars.random(7, 300);
        for (var sizing : new Sizing[] {
            Sizing.of(SizingKind.ATR_RISK, Map.of("fraction", 0.01)),
            Sizing.of(SizingKind.VOLATILITY_TARGET, Map.of("target", 0.2)),
            Sizing.of(SizingKind.KELLY, Map.of("trades", 3.0))
        }) {
            var whole = SizingInput.of(sizing, Bars.MINUTE).orElseThrow();
            var first = SizingInput.of(sizing, Bars.MINUTE).orElseThrow();
            var second = SizingInput.of(sizing, Bars.MINUTE).orElseThrow();
            for (int i = 0; i < bars.size(); i++) {
                boolean entered = i / 7 % 2 == 1;
                var bar = BarValues.of(bars.get(i));
                whole.update(bar, entered);
                if (i == 150) {
                    second.restore(first.snapshot());
                }
                (i < 150 ? first : second).update(bar, entered);
            }
            assertThat(second.inputs()).isNotEmpty().isEqualTo(whole.inputs());
        }
    }

    @Test
    void otherKindsMeasureNothing() {
        assertThat(SizingInput.of(Sizing.of(SizingKind.FIXED, Map.of()), Bars.MINUTE))
                .isEmpty();
        assertThat(SizingInput.of(Sizing.of(SizingKind.PERCENT_OF_EQUITY, Map.of("fraction", 0.1)), Bars.MINUTE))
                .isEmpty();
        assertThat(SizingInput.of(Sizing.CLOSE, Bars.MINUTE)).isEmpty();
    }

    private static SizingInput input(SizingKind kind, Map<String, Double> parameters) {
        return SizingInput.of(Sizing.of(kind, parameters), Bars.MINUTE).orElseThrow();
    }

    private static void show(SizingInput input, double... closes) {
        for (double close : closes) {
            input.update(BarValues.of(Bars.bar(0, close)), false);
        }
    }

    /** Wishes in at one close and out at another. */
    private static void trip(SizingInput input, double entry, double exit) {
        input.update(BarValues.of(Bars.bar(0, entry)), false);
        input.update(BarValues.of(Bars.bar(0, exit)), true);
    }
}
