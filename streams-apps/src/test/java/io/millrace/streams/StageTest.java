package io.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
