package io.millrace.core.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long HOUR = 3_600_000_000_000L;

    private static final TradingCalendar EQUITIES = TradingCalendar.named("us-equities");
    private static final TradingCalendar METALS = TradingCalendar.named("cme-metals");
    private static final TradingCalendar FX = TradingCalendar.named("fx");

    private static long at(String time, ZoneId zone) {
        return LocalDateTime.parse(time).atZone(zone).toInstant().getEpochSecond() * 1_000_000_000L;
    }

    private static long newYork(String time) {
        return at(time, NEW_YORK);
    }

    private static Session session(String open, String close, String date) {
        return new Session(newYork(open), newYork(close), LocalDate.parse(date));
    }

    @Test
    void equitiesTradeFromHalfPastNineToFour() {
        var tuesday = session("2024-03-05T09:30:00", "2024-03-05T16:00:00", "2024-03-05");

        assertThat(EQUITIES.sessionAt(newYork("2024-03-05T09:30:00"))).contains(tuesday);
        assertThat(EQUITIES.sessionAt(newYork("2024-03-05T16:00:00") - 1)).contains(tuesday);
        assertThat(EQUITIES.sessionAt(newYork("2024-03-05T09:30:00") - 1)).isEmpty();
        assertThat(EQUITIES.sessionAt(newYork("2024-03-05T16:00:00"))).isEmpty();
        assertThat(EQUITIES.sessionOpenNanos(newYork("2024-03-05T12:00:00"))).isEqualTo(tuesday.openNanos());
        assertThat(EQUITIES.sessionOpenNanos(newYork("2024-03-05T20:00:00"))).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12-24", // Christmas on a Saturday
                "2001-09-11",
                "2004-06-11",
                "2007-01-02",
                "2012-10-29",
                "2013-03-29", // Good Friday
                "2015-07-03", // Independence Day on a Saturday
                "2018-12-05",
                "2021-04-02",
                "2022-06-20", // Juneteenth on a Sunday
                "2023-01-02", // New Year on a Sunday
                "2024-01-15",
                "2024-02-19",
                "2024-05-27",
                "2024-06-19",
                "2024-09-02",
                "2024-11-28",
                "2025-01-09",
                "2025-12-25",
                "2026-07-03"
            })
    void equitiesAreClosedOnHolidays(String date) {
        assertThat(EQUITIES.sessionAt(newYork(date + "T12:00:00"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2010-12-31", // New Year on a Saturday is not made up for
                "2021-12-31",
                "2021-06-18", // no Juneteenth yet
                "2024-10-14",
                "2024-11-11"
            })
    void equitiesAreOpenAllDayWhereOthersRest(String date) {
        assertThat(EQUITIES.sessionAt(newYork(date + "T12:00:00")))
                .contains(session(date + "T09:30:00", date + "T16:00:00", date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2002-07-05",
                "2003-12-26",
                "2012-07-03",
                "2013-07-03",
                "2013-11-29",
                "2013-12-24",
                "2019-07-03",
                "2023-11-24",
                "2024-12-24",
                "2025-07-03",
                "2026-11-27"
            })
    void equitiesCloseAtOneAroundHolidays(String date) {
        assertThat(EQUITIES.sessionAt(newYork(date + "T12:00:00")))
                .contains(session(date + "T09:30:00", date + "T13:00:00", date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2002-07-03", "2013-07-05", "2019-07-05", "2021-07-02", "2022-07-01"})
    void equitiesCloseAtFourWhereTheEarlyCloseIsOnAnotherDay(String date) {
        assertThat(EQUITIES.sessionAt(newYork(date + "T14:00:00"))).isPresent();
    }

    @Test
    void aSessionMovesWithTheClocksOfNewYork() {
        assertThat(EQUITIES.sessionOpenNanos(newYork("2024-03-08T12:00:00")))
                .isEqualTo(at("2024-03-08T14:30:00", ZoneId.of("UTC")));
        assertThat(EQUITIES.sessionOpenNanos(newYork("2024-03-11T12:00:00")))
                .isEqualTo(at("2024-03-11T13:30:00", ZoneId.of("UTC")));
    }

    private static long lengthNanos(Session session) {
        return session.closeNanos() - session.openNanos();
    }

    @Test
    void aDayOnWhichTheClocksChangeIsShorterOrLonger() {
        var newYork = TradingCalendar.named("24/7(America/New_York,00:00)");

        assertThat(newYork.sessionAt(newYork("2024-03-10T12:00:00")).map(TradingCalendarTest::lengthNanos))
                .contains(23 * HOUR);
        assertThat(newYork.sessionAt(newYork("2024-11-03T12:00:00")).map(TradingCalendarTest::lengthNanos))
                .contains(25 * HOUR);
        assertThat(newYork.sessionAt(newYork("2024-11-04T12:00:00")).map(TradingCalendarTest::lengthNanos))
                .contains(24 * HOUR);
    }

    @Test
    void globexOpensTheEveningBeforeAndRestsAnHour() {
        assertThat(METALS.sessionAt(newYork("2024-03-04T18:00:00")))
                .contains(session("2024-03-04T18:00:00", "2024-03-05T17:00:00", "2024-03-05"));
        assertThat(METALS.sessionAt(newYork("2024-03-05T17:30:00"))).isEmpty();
        assertThat(METALS.sessionAt(newYork("2024-03-08T18:30:00"))).isEmpty();
        assertThat(METALS.nextSession(newYork("2024-03-08T18:30:00")))
                .contains(session("2024-03-10T18:00:00", "2024-03-11T17:00:00", "2024-03-11"));
    }

    @Test
    void globexIsClosedFromGoodFridayToEasterSundayEvening() {
        assertThat(METALS.sessionAt(newYork("2024-03-28T19:00:00"))).isEmpty();
        assertThat(METALS.nextSession(newYork("2024-03-28T19:00:00")).map(Session::date))
                .contains(LocalDate.parse("2024-04-01"));
    }

    @Test
    void globexClosedAQuarterPastFiveUntilSeptember2015() {
        assertThat(METALS.sessionAt(newYork("2013-10-07T17:14:00"))).isPresent();
        assertThat(METALS.sessionAt(newYork("2015-09-18T17:14:00"))).isPresent();
        assertThat(METALS.sessionAt(newYork("2015-09-21T17:14:00"))).isEmpty();
    }

    @Test
    void currenciesTradeFromSundayEveningToFridayEvening() {
        assertThat(FX.sessionAt(newYork("2024-03-10T17:00:00")))
                .contains(session("2024-03-10T17:00:00", "2024-03-11T17:00:00", "2024-03-11"));
        assertThat(FX.sessionAt(newYork("2024-03-08T17:00:00"))).isEmpty();
        assertThat(FX.sessionAt(newYork("2024-03-10T17:00:00") - 1)).isEmpty();
        assertThat(FX.sessionAt(newYork("2024-03-06T17:00:00")).map(Session::date))
                .contains(LocalDate.parse("2024-03-07"));
    }

    @Test
    void roundTheClockASessionIsAUtcDay() {
        long noon = at("2024-03-10T12:00:00", ZoneId.of("UTC"));

        assertThat(TradingCalendar.ALWAYS.sessionAt(noon))
                .contains(new Session(noon - 12 * HOUR, noon + 12 * HOUR, LocalDate.parse("2024-03-10")));
        assertThat(TradingCalendar.named("24/7")).isSameAs(TradingCalendar.ALWAYS);
    }

    @Test
    void aDayMayStartAtAnyTimeInAnyZone() {
        var tokyo = TradingCalendar.named("24/7( Asia/Tokyo , 09:00 )");

        assertThat(tokyo.name()).isEqualTo("24/7(Asia/Tokyo,09:00)");
        assertThat(tokyo.sessionAt(at("2024-03-10T23:59:59", ZoneId.of("UTC"))).map(Session::date))
                .contains(LocalDate.parse("2024-03-10"));
        assertThat(tokyo.sessionAt(at("2024-03-11T00:00:00", ZoneId.of("UTC"))).map(Session::date))
                .contains(LocalDate.parse("2024-03-11"));
    }

    @Test
    void knowsTheSessionsAround() {
        long saturday = newYork("2024-03-09T12:00:00");
        var friday = session("2024-03-08T09:30:00", "2024-03-08T16:00:00", "2024-03-08");
        var monday = session("2024-03-11T09:30:00", "2024-03-11T16:00:00", "2024-03-11");

        assertThat(EQUITIES.previousSession(saturday)).contains(friday);
        assertThat(EQUITIES.nextSession(saturday)).contains(monday);
        assertThat(EQUITIES.previousSession(friday.closeNanos())).contains(friday);
        assertThat(EQUITIES.nextSession(monday.openNanos() - 1)).contains(monday);
        assertThat(EQUITIES.nextSession(monday.openNanos()).map(Session::date)).contains(LocalDate.parse("2024-03-12"));
        assertThat(EQUITIES.nextSession(newYork("2001-09-10T17:00:00")).map(Session::date))
                .contains(LocalDate.parse("2001-09-17"));
    }

    @Test
    void saysNothingBeyondTheTimesThatFit() {
        for (long end : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
            for (String word : new String[] {"24/7", "us-equities", "cme-globex", "fx"}) {
                assertThat(TradingCalendar.named(word).sessionAt(end)).isEqualTo(Optional.empty());
            }
        }
    }

    @Property(tries = 2_000)
    void theAnswerDoesNotDependOnTheQuestionsBefore(
            @ForAll @LongRange(min = 0, max = 2_000_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 4) long which) {
        String[] words = {"24/7", "24/7(Europe/London,22:30)", "us-equities", "cme-globex", "fx"};
        long nanos = second * 1_000_000_000L;
        var asked = TradingCalendar.named(words[(int) which]);
        asked.sessionAt(nanos - 13 * HOUR);
        asked.sessionAt(nanos + 7 * HOUR);
        var session = asked.sessionAt(nanos);

        assertThat(session).isEqualTo(TradingCalendar.named(words[(int) which]).sessionAt(nanos));
        session.ifPresent(found -> {
            assertThat(found.contains(nanos)).isTrue();
            assertThat(asked.previousSession(nanos).orElseThrow().closeNanos()).isLessThanOrEqualTo(found.openNanos());
            assertThat(asked.nextSession(nanos).orElseThrow().openNanos()).isGreaterThanOrEqualTo(found.closeNanos());
        });
    }

    @ParameterizedTest
    @CsvSource({"1961,04-02", "1998,04-12", "2000,04-23", "2008,03-23", "2019,04-21", "2038,04-25", "2049,04-18"})
    void easterFallsWhereTheTablesSay(int year, String monthAndDay) {
        assertThat(UsHolidays.easter(year)).isEqualTo(LocalDate.parse(year + "-" + monthAndDay));
    }

    @Test
    void refusesNamesThereAreNot() {
        assertThatThrownBy(() -> TradingCalendar.named("lse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no calendar 'lse', there are: 24/7, ");
        assertThatThrownBy(() -> TradingCalendar.named("24/7(Mars/Olympus,00:00)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no time zone 'Mars/Olympus'");
        assertThatThrownBy(() -> TradingCalendar.named("24/7(UTC,25:00)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no time '25:00'");
    }
}
