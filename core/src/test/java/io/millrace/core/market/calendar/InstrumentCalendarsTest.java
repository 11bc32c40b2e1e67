package io.millrace.core.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.market.InstrumentId;
import org.junit.jupiter.api.Test;

class InstrumentCalendarsTest {
    private static String calendarOf(String calendars, String instrument) {
        return InstrumentCalendars.parse(calendars)
                .of(InstrumentId.of(instrument))
                .name();
    }

    @Test
    void anInstrumentHasItsOwnCalendarElseItsVenuesElseItIsAlwaysOpen() {
        var calendars = "ARCA=us-equities, GLD.ARCA = cme-metals,TOKYO=24/7(Asia/Tokyo,09:00)";

        assertThat(calendarOf(calendars, "SPY.ARCA")).isEqualTo("us-equities");
        assertThat(calendarOf(calendars, "GLD.ARCA")).isEqualTo("cme-metals");
        assertThat(calendarOf(calendars, "X.TOKYO")).isEqualTo("24/7(Asia/Tokyo,09:00)");
        assertThat(calendarOf(calendars, "BTC-USD.BITSTAMP")).isEqualTo("24/7");
        assertThat(calendarOf("", "SPY.ARCA")).isEqualTo("24/7");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> InstrumentCalendars.parse("ARCA"))
                .hasMessage("an entry is INSTRUMENT=CALENDAR or VENUE=CALENDAR, was 'ARCA'");
        assertThatThrownBy(() -> InstrumentCalendars.parse("ARCA=fx,ARCA=24/7")).hasMessage("ARCA has two calendars");
        assertThatThrownBy(() -> InstrumentCalendars.parse("ARCA=nyse")).hasMessageContaining("no calendar 'nyse'");
    }
}
