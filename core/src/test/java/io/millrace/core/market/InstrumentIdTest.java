package io.millrace.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentIdTest {
    @Test
    void theLastDotSeparatesSymbolAndVenue() {
        var id = InstrumentId.of("BRK.B.NYSE");
        assertThat(id).isEqualTo(new InstrumentId("BRK.B", "NYSE")).hasToString("BRK.B.NYSE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BTC", ".NYSE", "BTC.", "."})
    void refusesWhatNamesNoInstrumentAtAVenue(String text) {
        assertThatThrownBy(() -> InstrumentId.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an instrument is SYMBOL.VENUE, was '" + text + "'");
    }
}
