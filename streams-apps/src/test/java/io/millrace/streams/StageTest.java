package io.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.execution.LatencyModel;
import io.millrace.core.execution.MarketSource;
import io.millrace.core.execution.ParticipationModel;
import io.millrace.core.execution.QueueModel;
import io.millrace.core.execution.SlippageModel;
import io.millrace.schemas.process.InvalidSettingsException;
import io.millrace.schemas.process.Settings;
import io.millrace.streams.runtime.StreamsSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTest {
    @Test
    void readsStagesByName() {
        assertThat(Stage.parse("papervenue, portfolio")).containsExactly(Stage.PAPERVENUE, Stage.PORTFOLIO);
    }

    @Test
    void refusesAStageItDoesNotKnow() {
        assertThatThrownBy(() -> Stage.parse("risk,routing,backoffice"))
                .hasMessage("a stage is risk, routing, papervenue or portfolio, was 'backoffice'");
    }

    @Test
    void refusesToPartRiskFromRouting() {
        assertThatThrownBy(() -> Stage.parse("risk,portfolio")).hasMessageContaining("name both");
    }

    @Test
    void reportsAllWrongSettingsAtOnce() {
        var environment = Settings.of(Map.of("MILLRACE_VENUE_LATENCY", "0s", "MILLRACE_SLIPPAGE_BPS", "10000"));
        StreamsSettings.read(environment);

        assertThatThrownBy(environment::check)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("MILLRACE_KAFKA must be set")
                .hasMessageContaining("MILLRACE_REGISTRY must be set")
                .hasMessageContaining("MILLRACE_STATE must be set")
                .hasMessageContaining("MILLRACE_VENUE_LATENCY must be at least 1 ns")
                .hasMessageContaining("MILLRACE_SLIPPAGE_BPS must be a whole number from 0 to 9999");
    }

    @Test
    void readsThePaperVenuesModels() {
        var environment = Settings.of(Map.of(
                "MILLRACE_VENUE_CANCEL_LATENCY", "0.01s",
                "MILLRACE_VENUE_SLIPPAGE", "volume-share(250,1000)",
                "MILLRACE_VENUE_PARTICIPATION_BPS", "1000",
                "MILLRACE_VENUE_QUEUE", "last",
                "MILLRACE_VENUE_MARKET", "BTC-USD.BITSTAMP=trades+quotes"));
        var models = StreamsSettings.read(environment).paper();

        assertThat(models.latency()).isEqualTo(new LatencyModel(50_000_000, 10_000_000));
        assertThat(models.slippage()).isEqualTo(new SlippageModel.VolumeShare(250, 1_000));
        assertThat(models.participation()).isEqualTo(new ParticipationModel(1_000));
        assertThat(models.queue()).isEqualTo(QueueModel.LAST);
        assertThat(models.sources().of(Samples.BTC)).isEqualTo(MarketSource.TRADES_AND_QUOTES);
        assertThat(models.sources().of(Samples.ETH)).isEqualTo(MarketSource.TRADES);
    }

    @Test
    void withoutSettingsPaperFillsWholeAtTheFirstTrade() {
        var models = StreamsSettings.read(Settings.of(Map.of())).paper();

        assertThat(models.latency()).isEqualTo(new LatencyModel(50_000_000));
        assertThat(models.slippage()).isEqualTo(SlippageModel.none());
        assertThat(models.participation()).isEqualTo(ParticipationModel.unlimited());
        assertThat(models.queue()).isEqualTo(QueueModel.FIRST);
        assertThat(models.sources().hasQuotes()).isFalse();
    }

    @Test
    void saysWhichModelsThereAre() {
        var environment = Settings.of(Map.of(
                "MILLRACE_SLIPPAGE_BPS", "5",
                "MILLRACE_VENUE_SLIPPAGE", "square-root(100)",
                "MILLRACE_VENUE_QUEUE", "middle",
                "MILLRACE_VENUE_MARKET", "BTC-USD.BITSTAMP=bars"));
        StreamsSettings.read(environment);

        assertThatThrownBy(environment::check)
                .hasMessageContaining(
                        "MILLRACE_VENUE_SLIPPAGE must be unset where MILLRACE_SLIPPAGE_BPS is set, was square-root(100)")
                .hasMessageContaining("no queue model 'middle', there are: first, last")
                .hasMessageContaining("the app matches against trades and quotes only");
    }
}
