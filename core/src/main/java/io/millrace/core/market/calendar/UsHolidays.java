package io.millrace.core.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** The holidays of the exchanges in the United States, on the days on which they are kept. */
final class UsHolidays {
    private static final int JUNETEENTH_FROM = 2022;

    private UsHolidays() {}

    static boolean isHoliday(LocalDate date) {
        int year = date.getYear();
        return switch (date.getMonth()) {
            case JANUARY -> isNewYear(date) || date.equals(monday(3, year, Month.JANUARY));
            case FEBRUARY -> date.equals(monday(3, year, Month.FEBRUARY));
            case MARCH, APRIL -> date.equals(goodFriday(year));
            case MAY ->
                date.equals(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
            case JUNE -> year >= JUNETEENTH_FROM && date.equals(nearestWeekday(LocalDate.of(year, Month.JUNE, 19)));
            case JULY -> date.equals(nearestWeekday(LocalDate.of(year, Month.JULY, 4)));
            case SEPTEMBER -> date.equals(monday(1, year, Month.SEPTEMBER));
            case NOVEMBER -> date.equals(thanksgiving(year));
            case DECEMBER -> isChristmas(date);
            default -> false;
        };
    }

    /** 1 January, on Monday if that is a Sunday; if it is a Saturday it is not made up for. */
    static boolean isNewYear(LocalDate date) {
        var day = LocalDate.of(date.getYear(), Month.JANUARY, 1);
        return date.equals(day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day);
    }

    static boolean isChristmas(LocalDate date) {
        return date.equals(nearestWeekday(LocalDate.of(date.getYear(), Month.DECEMBER, 25)));
    }

    /** The fourth Thursday of November. */
    static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    static LocalDate goodFriday(int year) {
        return easter(year).minusDays(2);
    }

    /** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher; Nature, 20 April 1876). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }

    private static LocalDate monday(int ordinal, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    /** Saturday's holiday is kept on Friday, Sunday's on Monday. */
    private static LocalDate nearestWeekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }
}
