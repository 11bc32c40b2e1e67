package io.millrace.core.market.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * CME Globex, metals and index futures: Sunday to Friday, from 18:00 in New York to 17:00 of the trading day, to 17:15
 * until 18 September 2015 (CME's notice of that month; the trades of October 2013 end at 17:15).
 *
 * <p>Closed on Good Friday, Christmas and New Year's Day, where those are kept. On the other holidays of the United
 * States it halts early, at hours that differ by product and year: they count as whole sessions here, so a bar simply
 * has no trades after the halt.
 */
final class Globex implements SessionRule {
    private static final LocalTime OPEN = LocalTime.of(18, 0);
    private static final LocalTime CLOSE = LocalTime.of(17, 0);
    private static final LocalTime FORMER_CLOSE = LocalTime.of(17, 15);
    private static final LocalDate CLOSES_EARLIER_FROM = LocalDate.of(2015, 9, 21);

    @Override
    public Optional<Hours> on(LocalDate date) {
        if (Calendars.isWeekend(date)
                || date.equals(UsHolidays.goodFriday(date.getYear()))
                || UsHolidays.isChristmas(date)
                || UsHolidays.isNewYear(date)) {
            return Optional.empty();
        }
        var close = date.isBefore(CLOSES_EARLIER_FROM) ? FORMER_CLOSE : CLOSE;
        return Optional.of(new Hours(date.minusDays(1).atTime(OPEN), date.atTime(close)));
    }
}
