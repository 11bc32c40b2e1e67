package io.millrace.core.bench;

import io.millrace.core.indicator.BarValues;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.StochasticOscillatorDIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/**
 * The eleven indicators of ta4j over a series that keeps its last bars and is appended bar by bar, with doubles for
 * numbers: its decimals, the default, are slower.
 */
final class Ta4jSeries {
    private static final int KEPT = 300;
    private static final ZonedDateTime START = ZonedDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final BarSeries series = new BaseBarSeriesBuilder()
            .withNumTypeOf(DoubleNum.class)
            .withMaxBarCount(KEPT)
            .build();
    private final List<Indicator<Num>> indicators;
    private long minutes;

    Ta4jSeries() {
        var close = new ClosePriceIndicator(series);
        var macd = new MACDIndicator(close, 12, 26);
        var signal = new EMAIndicator(macd, 9);
        var mean = new SMAIndicator(close, 20);
        var middle = new BollingerBandsMiddleIndicator(mean);
        var deviation = new StandardDeviationIndicator(close, 20);
        var k = new StochasticOscillatorKIndicator(series, 14);
        indicators = List.of(
                mean,
                new EMAIndicator(close, 12),
                new EMAIndicator(close, 26),
                new RSIIndicator(close, 14),
                macd,
                signal,
                new BollingerBandsUpperIndicator(middle, deviation),
                middle,
                new BollingerBandsLowerIndicator(middle, deviation),
                new ATRIndicator(series, 14),
                k,
                new StochasticOscillatorDIndicator(k),
                new OnBalanceVolumeIndicator(series),
                new VWAPIndicator(series, 20),
                new ADXIndicator(series, 14));
    }

    /** Appends the bar and adds up the values after it. */
    double update(BarValues bar) {
        series.addBar(START.plusMinutes(++minutes), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        double sum = 0;
        int end = series.getEndIndex();
        for (var indicator : indicators) {
            sum += indicator.getValue(end).doubleValue();
        }
        return sum;
    }
}
