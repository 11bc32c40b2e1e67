package io.millrace.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.indicator.catalogue.Indicators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorsTest {
    @SuppressWarnings("unused") // by name below
    private static final Iterable<String> STANDARD = Indicators.STANDARD;

    @ParameterizedTest
    @FieldSource("STANDARD")
    void findsEveryStandardIndicatorByItsOwnName(String name) {
        assertThat(Indicators.parse(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "' sma ( 20 ) '; sma(20)",
                "bollinger(20,2.0); bollinger(20,2)",
                "bollinger(20, 2.5); bollinger(20,2.5)",
                "obv(); obv",
                "bollinger; bollinger(20,2)"
            })
    void readsANameGenerously(String text, String name) {
        assertThat(Indicators.parse(text).name()).isEqualTo(name);
    }

    @Test
    void namesTheValuesOfAnIndicatorThatHasSeveral() {
        assertThat(Indicators.parse("macd(12,26,9)").valueNames())
                .containsExactly("macd(12,26,9).line", "macd(12,26,9).signal", "macd(12,26,9).histogram");
        assertThat(Indicators.parse("bollinger(20,2)").valueNames())
                .containsExactly("bollinger(20,2).upper", "bollinger(20,2).middle", "bollinger(20,2).lower");
        assertThat(Indicators.parse("volume(20)").valueNames())
                .containsExactly("volume(20).mean", "volume(20).deviation", "volume(20).zScore", "volume(20).ratio");
        assertThat(Indicators.parse("rsi(14)").valueNames()).containsExactly("rsi(14)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "sma(0); 'sma(0)' is no indicator: sma: period must be 1 to 10000 bars, was 0",
                "rsi(1); 'rsi(1)' is no indicator: rsi: period must be 2 to 10000 bars, was 1",
                "ema(20000); 'ema(20000)' is no indicator: ema: period must be 1 to 10000 bars, was 20000",
                "sma(2.5); 'sma(2.5)' is no indicator: sma: period must be a whole number of bars, was 2.5",
                "sma(NaN); 'sma(NaN)' is no indicator: sma: period must be a whole number of bars, was NaN",
                "macd(26,12,9); 'macd(26,12,9)' is no indicator: macd: the fast period must be below the slow one, were 26 and 12",
                "bollinger(20,0); 'bollinger(20,0)' is no indicator: bollinger: width must be > 0 and <= 1000000, was 0",
                "bollinger(20,1e308); 'bollinger(20,1e308)' is no indicator: bollinger: width must be > 0 and <= 1000000, was 1e308",
                "macd(12,26); 'macd(12,26)' is no indicator: write macd(fast,slow,signal)",
                "obv(3); 'obv(3)' is no indicator: write obv",
                "sma(x); 'sma(x)' is no indicator: sma: period must be a number, was 'x'",
                "sma(20)); 'sma(20))' is no indicator: sma: period must be a number, was '20)'",
                "sma(1; an indicator is written kind(parameter,...), was 'sma(1'",
                "\"\"; an indicator is written kind(parameter,...), was ''"
            })
    void saysWhatIsWrongWithAName(String name, String message) {
        assertThatThrownBy(() -> Indicators.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session-vwap(24/7(Asia/Tokyo,09:00),2)",
                "session-vwap(24/7,2)",
                "pivots-classic(24/7(Asia/Tokyo,09:00))",
                "pivots-woodie(us-equities)"
            })
    void readsBackTheNamesOfThoseWithACalendar(String name) {
        assertThat(Indicators.parse(name).name()).isEqualTo(name);
    }

    @Test
    void splitsAListAtTheCommasBetweenNamesAlone() {
        assertThat(Indicators.names("ema(12), session-vwap(24/7(Asia/Tokyo,09:00),2),pivots-classic( 24/7 ),obv"))
                .containsExactly("ema(12)", "session-vwap(24/7(Asia/Tokyo,09:00),2)", "pivots-classic(24/7)", "obv");
        assertThatThrownBy(() -> Indicators.names("ema(12),sma(1,obv"))
                .hasMessage("an indicator is written kind(parameter,...), was 'sma(1,obv'");
    }

    @Test
    void namesTheKindsThereAreWhereThereIsNoneOfAWord() {
        assertThatThrownBy(() -> Indicators.parse("nothing(10)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no indicator 'nothing', there are: sma(period), ema(period)");
    }

    @Test
    void takesTheDefaultsWhereNoParameterIsWritten() {
        assertThat(Indicators.parse("macd").name()).isEqualTo("macd(12,26,9)");
    }
}
