package io.millrace.core.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.indicator.BarValues;
import org.junit.jupiter.api.Test;

class HmmObservationsTest {
    private static final int WINDOW = 7;

    @Test
    void areTheReturnAndTheVolatilityByTheTrueRangesOfTheWindow() {
        var bars = RegimeBars.walk(200, 90, 120).stream().map(BarValues::of).toList();
        var observations = new HmmObservations(WINDOW);
        for (int t = 0; t < bars.size(); t++) {
            observations.update(bars.get(t));
            assertThat(observations.isReady()).isEqualTo(t >= WINDOW);
            if (observations.isReady()) {
                double sum = 0;
                for (int i = t - WINDOW + 1; i <= t; i++) {
                    double high = Math.max(bars.get(i).high(), bars.get(i - 1).close());
                    double low = Math.min(bars.get(i).low(), bars.get(i - 1).close());
                    sum += Math.pow(Math.log(high / low), 2);
                }
                double volatility = Math.sqrt(sum / (4 * Math.log(2) * WINDOW));
                double logReturn =
                        Math.log(bars.get(t).close() / bars.get(t - 1).close());
                assertThat(observations.values()[0]).isCloseTo(logReturn, within(1e-12));
                assertThat(observations.values()[1]).isCloseTo(Math.log(volatility), within(1e-9));
            }
        }
        assertThat(observations.warmUp()).isEqualTo(WINDOW + 1);
    }

    @Test
    void aMarketThatStandsStillHasATenthOfABasisPoint() {
        var observations = new HmmObservations(1);
        observations.update(BarValues.of(RegimeBars.bar(0, 100)));
        observations.update(BarValues.of(RegimeBars.bar(1, 100)));

        assertThat(observations.values()).containsExactly(0, StrictMath.log(1e-5));
    }

    @Test
    void refusesAWindowThatIsNone() {
        assertThatThrownBy(() -> new HmmObservations(0))
                .hasMessage("window must be a whole number from 1 to 1000, was 0");
    }
}
