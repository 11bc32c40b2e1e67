package io.millrace.core.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Optional;
import java.util.Set;

/**
 * The New York Stock Exchange: Monday to Friday, 09:30 to 16:00 in New York, to 13:00 on the days around holidays.
 *
 * <p>The rules hold from 1998, when Martin Luther King Day became a holiday; earlier dates get the rules of 1998.
 * Closures that no rule foresees are listed to January 2025; halts within a day are not. Source: NYSE, Holidays and
 * Trading Hours, and its list of special closings.
 */
final class UsEquities implements SessionRule {
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    private static final Set<LocalDate> CLOSED = Set.of(
            // the attacks of September 11
            LocalDate.of(2001, 9, 11),
            LocalDate.of(2001, 9, 12),
            LocalDate.of(2001, 9, 13),
            LocalDate.of(2001, 9, 14),
            // mourning: Reagan, Ford, G. H. W. Bush, Carter
            LocalDate.of(2004, 6, 11),
            LocalDate.of(2007, 1, 2),
            LocalDate.of(2018, 12, 5),
            LocalDate.of(2025, 1, 9),
            // hurricane Sandy
            LocalDate.of(2012, 10, 29),
            LocalDate.of(2012, 10, 30));

    @Override
    public Optional<Hours> on(LocalDate date) {
        if (Calendars.isWeekend(date) || UsHolidays.isHoliday(date) || CLOSED.contains(date)) {
            return Optional.empty();
        }
        return Optional.of(new Hours(date.atTime(OPEN), date.atTime(closesEarly(date) ? EARLY_CLOSE : CLOSE)));
    }

    private static boolean closesEarly(LocalDate date) {
        return switch (date.getMonth()) {
            case JULY -> isAroundIndependenceDay(date);
            case NOVEMBER -> date.equals(UsHolidays.thanksgiving(date.getYear()).plusDays(1));
            case DECEMBER -> date.getDayOfMonth() == 24 || date.equals(LocalDate.of(2003, Month.DECEMBER, 26));
            default -> false;
        };
    }

    /** The day before; where that was a Wednesday, before 2013, the Friday after instead. */
    private static boolean isAroundIndependenceDay(LocalDate date) {
        return switch (date.getDayOfMonth()) {
            case 3 -> date.getYear() >= 2013 || date.getDayOfWeek() != DayOfWeek.WEDNESDAY;
            case 5 -> date.getYear() < 2013 && date.getDayOfWeek() == DayOfWeek.FRIDAY;
            default -> false;
        };
    }
}
