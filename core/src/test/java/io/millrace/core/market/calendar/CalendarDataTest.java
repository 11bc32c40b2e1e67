package io.millrace.core.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The calendars against the days and hours on which markets did trade. */
class CalendarDataTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private static void times(String file, Predicate<String> symbol, LongConsumer time) throws IOException {
        var path = DATA.resolve(file);
        assumeTrue(Files.exists(path), () -> "market data is not there: " + path);
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", 3);
                if (symbol.test(fields[1])) {
                    time.accept(Long.parseLong(fields[0]));
                }
            }
        }
    }

    @Test
    void equitiesTradedOnTheDaysOfTheCalendarAndOnNoOthers() throws IOException {
        var traded = new TreeSet<LocalDate>();
        times(
                "lean-us-equity-1d/bars.csv.gz",
                "SPY"::equals,
                time -> traded.add(Instant.ofEpochSecond(time / 1_000_000_000L)
                        .atZone(ZoneId.of("America/New_York"))
                        .toLocalDate()));
        var rule = new UsEquities();
        var foreseen = new TreeSet<LocalDate>();
        traded.first()
                .datesUntil(traded.last().plusDays(1))
                .filter(date -> rule.on(date).isPresent())
                .forEach(foreseen::add);

        assertThat(traded).hasSizeGreaterThan(5_800).isEqualTo(foreseen);
    }

    @Test
    void goldTradedWithinTheSessionsOfGlobex() throws IOException {
        var metals = TradingCalendar.named("cme-metals");
        for (String day : new String[] {"20131007", "20131008"}) {
            times("lean-comex-gc-ticks/trades_" + day + ".csv.gz", symbol -> true, time -> assertThat(
                            metals.sessionOpenNanos(time))
                    .isGreaterThan(Long.MIN_VALUE));
        }
    }

    @Test
    void currenciesWereQuotedWithinTheirSessions() throws IOException {
        var fx = TradingCalendar.named("fx");
        times("lean-fx-quote-ticks/quotes_oanda.csv.gz", symbol -> true, time -> assertThat(fx.sessionOpenNanos(time))
                .isGreaterThan(Long.MIN_VALUE));
    }
}
