package io.millrace.core.market.calendar;

import io.millrace.core.market.InstrumentId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The calendar of each instrument: its own, else its venue's, else {@link TradingCalendar#ALWAYS}. */
public final class InstrumentCalendars {
    private static final Pattern COMMA_OUTSIDE = Pattern.compile(",(?![^(]*\\))");

    private final String text;
    private final Map<String, TradingCalendar> byInstrument = new HashMap<>();
    private final Map<String, TradingCalendar> byVenue = new HashMap<>();

    private InstrumentCalendars(String text) {
        this.text = text;
    }

    /**
     * Reads {@code ARCA=us-equities,GC.COMEX=cme-metals}: instruments or venues, each with a calendar's name.
     *
     * @throws IllegalArgumentException if an entry is wrong or comes twice
     */
    public static InstrumentCalendars parse(String text) {
        var calendars = new InstrumentCalendars(text);
        if (!text.isBlank()) {
            for (String entry : COMMA_OUTSIDE.split(text, -1)) {
                calendars.put(entry);
            }
        }
        return calendars;
    }

    private void put(String entry) {
        int equals = entry.indexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException(
                    "an entry is INSTRUMENT=CALENDAR or VENUE=CALENDAR, was '" + entry + "'");
        }
        String name = entry.substring(0, equals).strip();
        var calendar = TradingCalendar.named(entry.substring(equals + 1));
        boolean instrument = name.indexOf('.') >= 0;
        String key = instrument ? InstrumentId.of(name).toString() : name;
        if ((instrument ? byInstrument : byVenue).put(key, calendar) != null) {
            throw new IllegalArgumentException(name + " has two calendars");
        }
    }

    public TradingCalendar of(InstrumentId instrument) {
        var own = byInstrument.get(instrument.toString());
        return own != null ? own : byVenue.getOrDefault(instrument.venue(), TradingCalendar.ALWAYS);
    }

    /** What {@link #parse} read. */
    @Override
    public String toString() {
        return text;
    }
}
