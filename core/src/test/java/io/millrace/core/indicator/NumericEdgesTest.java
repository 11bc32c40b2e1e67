package io.millrace.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.indicator.catalogue.Indicators;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where doubles run out of digits. */
class NumericEdgesTest {
    private static BarValues bar(double close, double volume) {
        return new BarValues(close, close, close, close, volume, volume / 2, close * volume, 0, 1);
    }

    /** (last − mean) / deviation of 20 samples. */
    private static double zScore(double[] window) {
        double[] centered = TwoPass.centered(window);
        double squares = 0;
        for (double apart : centered) {
            squares += apart * apart;
        }
        return squares > 0 ? centered[window.length - 1] / Math.sqrt(squares / window.length) : 0;
    }

    @Test
    void smallMovesOfLargeNumbersKeepTheirDigits() {
        var random = new Random(11);
        var percentB = Indicators.parse("bollinger-percent-b(20,2)");
        var volume = Indicators.parse("volume(20)");
        int zScore = volume.valueNames().indexOf("volume(20).zScore");
        var closes = new double[500];
        var volumes = new double[500];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 100_000 + 0.001 * random.nextGaussian();
            volumes[i] = 1_000_000 + 0.001 * random.nextGaussian();
            var bar = bar(closes[i], volumes[i]);
            percentB.update(bar);
            volume.update(bar);
            if (i >= 19) {
                assertThat(percentB.value(0)).isCloseTo(0.5 + zScore(TwoPass.window(closes, i, 20)) / 4, within(1e-12));
                assertThat(volume.value(zScore)).isCloseTo(zScore(TwoPass.window(volumes, i, 20)), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"rsi(14), 1e-9", "cmo(14), 1e-9", "'tsi(25,13)', 100"})
    void anOscillatorOfAMarketThatStoppedKeepsItsValueUntilNothingIsLeft(String name, double drift) {
        var indicator = Indicators.parse(name);
        var random = new Random(3);
        double close = 100;
        for (int i = 0; i < 200; i++) {
            close *= Math.exp(0.01 * random.nextGaussian() + 0.002);
            indicator.update(bar(close, 1));
        }
        double last = indicator.value(0);
        assertThat(last).isNotZero();
        boolean over = false;
        for (int i = 0; i < 20_000; i++) {
            indicator.update(bar(close, 1));
            over |= indicator.value(0) == 0;
            if (over) {
                assertThat(indicator.value(0)).isZero();
            } else {
                assertThat(indicator.value(0)).isCloseTo(last, within(drift));
            }
        }
        assertThat(over).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bollinger(20,1000000)",
                "bollinger-percent-b(20,1000000)",
                "bollinger-width(20,1000000)",
                "keltner(20,1000000,10)",
                "chandelier(22,1000000)",
                "supertrend(10,1000000)",
                "vwap-bands(20,1000000)",
                "session-vwap(24/7,1000000)"
            })
    void theWidestBandsOfTheHighestPricesAreFinite(String name) {
        var indicator = Indicators.parse(name);
        double highest = Long.MAX_VALUE / 1e8;
        for (int i = 0; i < 50; i++) {
            indicator.update(bar(i % 2 == 0 ? highest : 1e-8, 1));
        }
        for (int k = 0; k < indicator.valueNames().size(); k++) {
            assertThat(indicator.value(k)).isFinite();
        }
    }

    /** The gap is in the sum of true ranges, and not between the highest high and the lowest low. */
    @Test
    void choppinessIsAboveAHundredAfterAGap() {
        var indicator = Indicators.parse("choppiness(2)");
        indicator.update(bar(10, 1));
        indicator.update(new BarValues(20, 21, 20, 21, 1, 1, 21, 0, 1));
        indicator.update(new BarValues(21, 21, 20, 20, 1, 1, 20, 0, 1));
        assertThat(indicator.value(0)).isCloseTo(100 * Math.log(12) / Math.log(2), within(1e-9));
    }
}
