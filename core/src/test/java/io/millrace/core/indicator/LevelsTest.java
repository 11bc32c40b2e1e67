package io.millrace.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.indicator.catalogue.Indicators;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {
    private static final long HOUR = 3_600_000_000_000L;

    private static BarValues bar(long hour, double open, double high, double low, double close) {
        return new BarValues(open, high, low, close, 1, 0.5, close, hour * HOUR, (hour + 1) * HOUR);
    }

    private static List<Double> after(Indicator indicator, BarValues bar) {
        indicator.update(bar);
        var values = new ArrayList<Double>();
        indicator.values((name, value) -> values.add(value));
        return values;
    }

    /** A session that opened at 100, reached 110 and 90 and closed at 105. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pivots-classic; 101.66666666666667,113.33333333333333,121.66666666666667,133.33333333333334,"
                        + "93.33333333333333,81.66666666666667,73.33333333333333",
                "pivots-fibonacci; 101.66666666666667,109.30666666666667,114.02666666666667,121.66666666666667,"
                        + "94.02666666666667,89.30666666666667,81.66666666666667",
                "pivots-camarilla; 101.66666666666667,106.83333333333333,108.66666666666667,110.5,116,"
                        + "103.16666666666667,101.33333333333333,99.5,94",
                "pivots-woodie; 102.5,115,122.5,95,82.5",
                "pivots-demark; 103.75,117.5,97.5"
            })
    void pivotsFollowFromTheSessionBefore(String name, String expected) {
        var pivots = Indicators.parse(name);
        assertThat(after(pivots, bar(0, 100, 104, 95, 101))).isEmpty();
        assertThat(after(pivots, bar(12, 101, 110, 97, 98))).isEmpty();
        assertThat(after(pivots, bar(23, 98, 106, 90, 105))).isEmpty();
        var levels = after(pivots, bar(24, 105, 200, 1, 50));
        var numbers = expected.split(",", -1);
        assertThat(levels).hasSize(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(levels.get(i)).isCloseTo(Double.parseDouble(numbers[i]), within(1e-12 * levels.get(i)));
        }
        assertThat(after(pivots, bar(47, 50, 300, 40, 60))).as("all day long").isEqualTo(levels);
    }

    @Test
    void deMarkWeighsTheSideTheSessionClosedOn() {
        var fallen = Indicators.parse("pivots-demark");
        after(fallen, bar(0, 105, 110, 90, 100));
        assertThat(after(fallen, bar(24, 1, 1, 1, 1))).containsExactly(390 / 4.0, 195 - 90.0, 195 - 110.0);
        var still = Indicators.parse("pivots-demark");
        after(still, bar(0, 100, 110, 90, 100));
        assertThat(after(still, bar(24, 1, 1, 1, 1))).containsExactly(100.0, 110.0, 90.0);
    }

    /** 2024-01-02 is a Tuesday; New York trades from 14:30 UTC to 21:00. */
    @Test
    void sessionsAreThoseOfTheCalendar() {
        long tuesday = Instant.parse("2024-01-02T00:00:00Z").getEpochSecond() / 3_600;
        var pivots = Indicators.parse("pivots-classic(us-equities)");
        assertThat(after(pivots, bar(tuesday + 12, 1, 999, 1, 1)))
                .as("before the open")
                .isEmpty();
        assertThat(after(pivots, bar(tuesday + 15, 100, 110, 90, 105))).isEmpty();
        assertThat(after(pivots, bar(tuesday + 22, 1, 999, 1, 1)))
                .as("after the close")
                .isEmpty();
        assertThat(after(pivots, bar(tuesday + 24 + 15, 100, 101, 99, 100)).get(0))
                .isEqualTo(305 / 3.0);
        assertThatThrownBy(() -> Indicators.parse("pivots-classic(moon)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no calendar 'moon'");
    }

    @Test
    void aZigZagTellsAPivotWhenItIsConfirmedAndNeverMovesIt() {
        var zigzag = Indicators.parse("zigzag(10)");
        assertThat(after(zigzag, bar(0, 100, 100, 100, 100))).isEmpty();
        assertThat(after(zigzag, bar(1, 100, 105, 99, 104)))
                .as("both ends moved")
                .isEmpty();
        assertThat(after(zigzag, bar(2, 104, 109, 103, 108)))
                .as("109 is 10 % above the low of 99, one bar ago")
                .containsExactly(99.0, 109.0, 1.0, 1.0);
        assertThat(after(zigzag, bar(3, 108, 120, 107, 119))).containsExactly(99.0, 120.0, 1.0, 2.0);
        assertThat(after(zigzag, bar(4, 119, 121, 100, 101)))
                .as("a bar that moves the extreme confirms nothing")
                .containsExactly(99.0, 121.0, 1.0, 3.0);
        assertThat(after(zigzag, bar(5, 101, 110, 108.9, 109))).containsExactly(121.0, 108.9, -1.0, 1.0);
        assertThat(after(zigzag, bar(6, 109, 110, 80, 81))).containsExactly(121.0, 80.0, -1.0, 2.0);
        assertThat(after(zigzag, bar(7, 81, 87.9, 81, 87))).containsExactly(121.0, 80.0, -1.0, 3.0);
        assertThat(after(zigzag, bar(8, 87, 88, 82, 88))).containsExactly(80.0, 88.0, 1.0, 2.0);
    }

    @Test
    void aFractalIsToldTwoBarsLater() {
        var fractals = Indicators.parse("fractals");
        double[] highs = {10, 11, 14, 13, 12, 12, 13, 13, 12, 11};
        double[] lows = {5, 6, 9, 8, 4, 6, 7, 7, 7, 6};
        var told = new ArrayList<List<Double>>();
        for (int i = 0; i < highs.length; i++) {
            told.add(after(fractals, bar(i, 9, highs[i], lows[i], 9)));
        }
        assertThat(told.get(4)).as("the high of 14 is known, but no low yet").isEmpty();
        assertThat(told.get(5)).isEmpty();
        assertThat(told.get(6)).containsExactly(14.0, 4.0, 0.0, 1.0);
        assertThat(told.get(8)).as("13 twice is no fractal").containsExactly(14.0, 4.0, 0.0, 0.0);
        assertThat(told.get(9)).containsExactly(14.0, 4.0, 0.0, 0.0);
    }

    /** Against every window looked at anew. */
    @Test
    void fractalsAreThoseOfTheirWindows() {
        var bars = BarSeries.random(4, 3_000, 100, 0.01);
        var fractals = Indicators.parse("fractals(3)");
        double up = Double.NaN;
        double down = Double.NaN;
        for (int i = 0; i < bars.size(); i++) {
            var values = after(fractals, bars.get(i));
            boolean top = i >= 6;
            boolean bottom = i >= 6;
            for (int j = i - 6; i >= 6 && j <= i; j++) {
                top &= j == i - 3 || bars.get(j).high() < bars.get(i - 3).high();
                bottom &= j == i - 3 || bars.get(j).low() > bars.get(i - 3).low();
            }
            up = top ? bars.get(i - 3).high() : up;
            down = bottom ? bars.get(i - 3).low() : down;
            if (Double.isNaN(up) || Double.isNaN(down)) {
                assertThat(values).isEmpty();
            } else {
                assertThat(values).containsExactly(up, down, top ? 1.0 : 0.0, bottom ? 1.0 : 0.0);
            }
        }
    }

    @Test
    void heikinAshiBarsAreAverages() {
        var bars = Indicators.parse("heikin-ashi");
        assertThat(after(bars, bar(0, 10, 14, 8, 12))).containsExactly(11.0, 14.0, 8.0, 11.0);
        assertThat(after(bars, bar(1, 12, 13, 12, 13))).containsExactly(11.0, 13.0, 11.0, 12.5);
        assertThat(after(bars, bar(2, 13, 20, 13, 20))).containsExactly(11.75, 20.0, 11.75, 16.5);
    }
}
