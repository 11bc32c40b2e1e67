package io.millrace.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    @Test
    void knowsItsOwnTextAndNoOther() {
        var instrument = InstrumentId.of("BRK.B.NYSE");

        assertThat(instrument.isWritten("BRK.B.NYSE")).isTrue();
        for (var other :
                List.of("", ".", "BRK.B", "BRK.B.NYS", "BRK.B.NYSEX", "BRK.BXNYSE", "BRK.C.NYSE", "brk.b.nyse")) {
            assertThat(instrument.isWritten(other)).as(other).isFalse();
        }
    }

    @Test
    void sortsAsItsText() {
        var ids = List.of("A.X", "A-B.X", "AB.X", "A.B.X", "A.XY", "B.A", "A-B.W", "a.X");
        for (var one : ids) {
            for (var other : ids) {
                assertThat(Integer.signum(InstrumentId.of(one).compareTo(InstrumentId.of(other))))
                        .as("%s %s", one, other)
                        .isEqualTo(Integer.signum(one.compareTo(other)));
            }
        }
    }
}
