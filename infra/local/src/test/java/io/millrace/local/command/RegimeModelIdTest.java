package io.millrace.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegimeModelIdTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void isWhatItIsOf() {
        assertThat(RegimeModelId.of("BTC-USD.BITSTAMP", HOUR)).isEqualTo("regimes-BTC-USD.BITSTAMP-1h");
        assertThat(RegimeModelId.of("BTC-USD.BITSTAMP", Duration.ofSeconds(90)))
                .isEqualTo("regimes-BTC-USD.BITSTAMP-1m30s");
    }

    @Test
    void differsWhereOnlyCharactersDoThatTheGatewayDoesNotTake() {
        assertThat(RegimeModelId.of("BTC/USD.X", HOUR))
                .matches("regimes-BTC-USD\\.X-[0-9a-f]{8}-1h")
                .isNotEqualTo(RegimeModelId.of("BTC-USD.X", HOUR))
                .isNotEqualTo(RegimeModelId.of("BTC:USD.X", HOUR));
    }

    @Test
    void ofALongNameKeepsTheIntervalAndWhatTellsItFromOthers() {
        String option = "SPXW-2026-12-18-CALL-6000-EUROPEAN-CASH-SETTLED-MORNING.CBOE";
        var id = RegimeModelId.of(option, HOUR);
        assertThat(id).hasSize(64).startsWith("regimes-SPXW-2026-12-18-CALL").endsWith("-1h");
        assertThat(id)
                .isNotEqualTo(RegimeModelId.of(option, Duration.ofMinutes(5)))
                .isNotEqualTo(RegimeModelId.of(option.replace("CBOE", "CBOT"), HOUR));
    }
}
