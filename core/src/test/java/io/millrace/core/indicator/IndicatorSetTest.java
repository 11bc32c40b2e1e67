package io.millrace.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.indicator.catalogue.IndicatorSet;
import io.millrace.core.indicator.catalogue.Indicators;
import io.millrace.core.indicator.volume.VolumeStatistics;
import io.millrace.core.indicator.volume.Vwap;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndicatorSetTest {
    private static final long MINUTE = 60_000_000_000L;

    private static Bar bar(int minute) {
        var price = new Price(100_00000000L + (minute * 37L % 11) * 1_000_000L);
        var volume = Quantity.of("2");
        return new Bar(
                InstrumentId.of("BTC-USD.BITSTAMP"),
                minute * MINUTE,
                MINUTE,
                price,
                price,
                price,
                price,
                volume,
                price.times(volume),
                Quantity.of("1"),
                2,
                minute * MINUTE);
    }

    @Test
    void givesTheValuesThatAreReady() {
        var set = IndicatorSet.of(List.of("sma(3)", "obv", "rsi(2)"));
        assertThat(set.update(bar(0), 61).orElseThrow().values()).containsOnlyKeys("obv");
        set.update(bar(1), 121);
        var snapshot = set.update(bar(2), 181).orElseThrow();
        assertThat(snapshot.values()).containsOnlyKeys("obv", "rsi(2)", "sma(3)");
        assertThat(snapshot.values().get("sma(3)")).isEqualTo((100 + 100.04 + 100.08) / 3);
        assertThat(snapshot.barOpenNanos()).isEqualTo(2 * MINUTE);
        assertThat(snapshot.intervalNanos()).isEqualTo(MINUTE);
        assertThat(snapshot.eventTimeNanos()).isEqualTo(181);
    }

    @Test
    void givesNothingWhileNothingIsReady() {
        assertThat(IndicatorSet.of(List.of("sma(3)")).update(bar(0), 0)).isEqualTo(Optional.empty());
    }

    @Test
    void theStandardSetIsWarmAfterTheSlowestOfItsIndicators() {
        var set = IndicatorSet.of(Indicators.STANDARD);
        for (int minute = 0; minute < set.warmUp() - 1; minute++) {
            set.update(bar(minute), 0);
        }
        int names = set.indicators().stream()
                .mapToInt(indicator -> indicator.valueNames().size())
                .sum();
        assertThat(set.warmUp()).isEqualTo(34);
        assertThat(set.update(bar(33), 0).orElseThrow().values()).hasSize(names);
    }

    @Test
    void continuesFromItsSnapshot() {
        var whole = IndicatorSet.of(Indicators.STANDARD);
        var first = IndicatorSet.of(Indicators.STANDARD);
        for (int minute = 0; minute < 40; minute++) {
            whole.update(bar(minute), 0);
            first.update(bar(minute), 0);
        }
        var second = IndicatorSet.of(Indicators.STANDARD);
        second.restore(first.snapshot());
        assertThat(second.update(bar(40), 0)).isEqualTo(whole.update(bar(40), 0));
    }

    @Test
    void anIndicatorAddedLaterWarmsUpWhileTheOthersContinue() {
        var before = IndicatorSet.of(List.of("sma(3)"));
        for (int minute = 0; minute < 5; minute++) {
            before.update(bar(minute), 0);
        }
        var after = IndicatorSet.of(List.of("ema(3)", "sma(3)"));
        after.restore(before.snapshot());
        assertThat(after.update(bar(5), 0).orElseThrow().values()).containsOnlyKeys("sma(3)");
    }

    @Test
    void refusesANameThatComesTwice() {
        assertThatThrownBy(() -> IndicatorSet.of(List.of("sma(3)", "sma( 3 )")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("indicator sma(3) comes twice");
    }

    @Test
    void vwapIsTheAverageOfTheTradesNotOfTypicalPrices() {
        var vwap = new Vwap(2);
        var bar = bar(0);
        vwap.update(bar);
        vwap.update(new Bar(
                bar.instrument(),
                MINUTE,
                MINUTE,
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                Quantity.of("6"),
                Money.of("606"),
                Quantity.ZERO,
                1,
                0));
        assertThat(vwap.value()).isEqualTo((200 + 606) / 8.0);
    }

    @Test
    void vwapHasNoValueWithoutVolume() {
        var vwap = new Vwap(2);
        var still = new BarValues(1, 1, 1, 1, 0, 0, 0, 0, 1);
        vwap.update(still);
        vwap.update(still);
        assertThat(vwap.isReady()).isFalse();
        vwap.update(new BarValues(1, 1, 1, 1, 2, 0, 2, 0, 1));
        assertThat(vwap.isReady()).isTrue();
    }

    @Test
    void equalVolumesAreNothingUnusual() {
        var volume = new VolumeStatistics(3);
        for (int i = 0; i < 5; i++) {
            volume.update(new BarValues(1, 1, 1, 1, 0, 0, 0, 0, 1));
        }
        assertThat(volume.zScore()).isZero();
        assertThat(volume.ratio()).isEqualTo(1);
    }
}
