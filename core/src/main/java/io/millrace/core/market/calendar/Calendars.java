package io.millrace.core.market.calendar;

import io.millrace.core.market.calendar.SessionRule.Hours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calendars there are. */
final class Calendars {
    static final List<String> USAGES =
            List.of("24/7", "24/7(ZONE,HH:mm)", "us-equities", "cme-metals", "cme-globex", "fx");

    private static final String ALWAYS = "24/7";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Pattern ZONED = Pattern.compile("24/7\\(\\s*([^,()]+?)\\s*,\\s*(\\d\\d:\\d\\d)\\s*\\)");

    private Calendars() {}

    static TradingCalendar named(String word) {
        return switch (word.strip()) {
            case ALWAYS -> TradingCalendar.ALWAYS;
            case "us-equities" -> new SessionCalendar("us-equities", NEW_YORK, new UsEquities());
            case "cme-metals" -> new SessionCalendar("cme-metals", NEW_YORK, new Globex());
            case "cme-globex" -> new SessionCalendar("cme-globex", NEW_YORK, new Globex());
            case "fx" -> new SessionCalendar("fx", NEW_YORK, Calendars::foreignExchange);
            default -> zoned(word.strip());
        };
    }

    static TradingCalendar always() {
        return new UtcDays(ALWAYS);
    }

    private static TradingCalendar zoned(String word) {
        Matcher matcher = ZONED.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no calendar '" + word + "', there are: " + String.join(", ", USAGES));
        }
        try {
            var zone = ZoneId.of(matcher.group(1));
            var start = LocalTime.parse(matcher.group(2));
            return new SessionCalendar(ALWAYS + "(" + zone + "," + start + ")", zone, daily(start));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "no time zone '" + matcher.group(1) + "' or no time '" + matcher.group(2) + "', in '" + word + "'",
                    e);
        }
    }

    /** From the start of a day to that of the next. */
    private static SessionRule daily(LocalTime start) {
        return date ->
                Optional.of(new Hours(date.atTime(start), date.plusDays(1).atTime(start)));
    }

    /**
     * The days of the currency market: from 17:00 in New York to 17:00, Sunday evening to Friday. It has no exchange
     * and no holidays of its own: on those of the large centres less is quoted.
     */
    private static Optional<Hours> foreignExchange(LocalDate date) {
        return isWeekend(date)
                ? Optional.empty()
                : Optional.of(new Hours(date.minusDays(1).atTime(17, 0), date.atTime(17, 0)));
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
