package io.millrace.flink.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.indicator.catalogue.Indicators;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.bar.BarType;
import java.time.Duration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.junit.jupiter.api.Test;

class JobSettingsTest {
    @Test
    void readsTheIndicatorsWhoseParametersHaveCommasToo() {
        assertThat(settings("--kafka", "k", "--registry", "r", "--indicators", "ema(12), bollinger(20,2),obv")
                        .indicators())
                .containsExactly("ema(12)", "bollinger(20,2)", "obv");
        assertThat(settings("--kafka", "k", "--registry", "r").indicators()).isEqualTo(Indicators.STANDARD);
    }

    @Test
    void reportsAllThatIsWrongWithIndicatorsAtOnce() {
        assertThatThrownBy(() -> settings("--kafka", "k", "--indicators", "ema(0),ema(12),ema( 12 ),macd(12"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--registry is required")
                .hasMessageContaining("--indicators must be indicators such as ema(12),bollinger(20,2) ["
                        + "'ema(0)' is no indicator: ema: period must be 1 to 10000 bars, was 0; "
                        + "indicator ema(12) comes twice; "
                        + "an indicator is written kind(parameter,...), was 'macd(12'], was '");
    }

    private static JobSettings settings(String... args) {
        return JobSettings.take("bars", Bars.OF_ANY_TYPE, new Arguments(args));
    }

    @Test
    void kafkaAndRegistryAreEnough() {
        var settings = settings("--kafka", "localhost:9092", "--registry=http://localhost:8082/v7");

        assertThat(settings.kafka()).isEqualTo("localhost:9092");
        assertThat(settings.registry()).isEqualTo("http://localhost:8082/v7");
        assertThat(settings.group()).isEqualTo("millrace-bars");
        assertThat(settings.start()).isEqualTo(Start.EARLIEST);
        assertThat(settings.lateness()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.intervals().get(0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.checkpointInterval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void sortsIntervals() {
        assertThat(settings("--kafka", "k", "--registry", "r", "--intervals", "5m,1m,5m")
                        .intervals())
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    @Test
    void takesTypesOfBarsWhereTheJobCanUseThem() {
        String[] args = {"--kafka", "k", "--registry", "r", "--bars", "tick(1000),value(1e6)"};

        assertThat(settings(args).moreBars().types())
                .extracting(BarType::toString)
                .containsExactly("tick(1000)", "value(1000000)");
        assertThat(settings("--kafka", "k", "--registry", "r").moreBars().types())
                .isEmpty();
        assertThatThrownBy(() -> JobSettings.take("signals", Bars.OF_TIME, new Arguments(args)))
                .hasMessageContaining("unknown argument --bars");
        assertThatThrownBy(() -> settings("--kafka", "k", "--registry", "r", "--bars", "tock(5)"))
                .hasMessageContaining("--bars must be types of bars (no bars 'tock', there are: tick(trades), ");
    }

    @Test
    void takesSessionBarsAndTheCalendarsTheyFollow() {
        var settings = settings(
                "--kafka", "k", "--registry", "r", "--session-bars", "1d,1h,30m", "--calendars", "ARCA=us-equities");

        assertThat(settings.moreBars().sessions())
                .extracting(MoreBars::sessionType)
                .containsExactly("session(30m)", "session(1h)", "session(1d)");
        assertThat(settings.moreBars()
                        .calendars()
                        .of(InstrumentId.of("SPY.ARCA"))
                        .name())
                .isEqualTo("us-equities");
        assertThatThrownBy(() -> settings("--kafka", "k", "--registry", "r", "--session-bars", "90s"))
                .hasMessageContaining(
                        "--session-bars must be whole seconds up to 1d, multiples of the smallest interval");
        assertThatThrownBy(
                        () -> settings("--kafka", "k", "--registry", "r", "--intervals", "1h", "--session-bars", "1h"))
                .hasMessageContaining("unless the smallest interval divides 15m");
        assertThatThrownBy(() -> settings("--kafka", "k", "--registry", "r", "--calendars", "ARCA=nyse"))
                .hasMessageContaining("--calendars must be calendars of instruments or venues (no calendar 'nyse'");
    }

    @Test
    void reportsAllErrorsTogether() {
        assertThatThrownBy(() -> settings(
                        "--registry",
                        "--lateness",
                        "soon",
                        "--intervals",
                        "2m,3m",
                        "--parallelism",
                        "0",
                        "--colour=red",
                        "stray",
                        "--start",
                        "now"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--kafka is required: Kafka's bootstrap servers")
                .hasMessageContaining("--registry has no value")
                .hasMessageContaining("--lateness must be a duration such as 500ms, 1s, 5m, 1h or 1d, was 'soon'")
                .hasMessageContaining("--intervals must be multiples of the smallest, was '2m,3m'")
                .hasMessageContaining("--parallelism must be a whole number above 0, was '0'")
                .hasMessageContaining("--start must be one of earliest, committed, was 'now'")
                .hasMessageContaining("unknown argument --colour")
                .hasMessageContaining("an argument starts with --, was 'stray'");
    }

    @Test
    void refusesArgumentGivenTwice() {
        assertThatThrownBy(() -> settings("--kafka", "a", "--kafka", "b", "--registry", "r"))
                .hasMessageContaining("--kafka is given twice");
    }

    @Test
    void helpNamesEveryArgumentWithItsDefault() {
        assertThat(Job.help("bars", "makes bars", Bars.OF_ANY_TYPE, none -> ""))
                .contains("bars: makes bars", "--kafka", "(required)", "--lateness", "(default 1s)", "Example:");
    }

    @Test
    void refusesKryoAndGeneratedUidsAndNeverStopsTrying() {
        var configuration = Job.configuration(settings("--kafka", "k", "--registry", "r"));

        assertThat(configuration.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(configuration.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
        assertThat(configuration.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS))
                .isEqualTo(Integer.MAX_VALUE);
    }
}
