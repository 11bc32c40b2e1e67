package io.millrace.flink.trades;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.calendar.InstrumentCalendars;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.flink.job.MoreBars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SessionBarsFunctionTest {
    private static final InstrumentId SPY = InstrumentId.of("SPY.ARCA");
    private long overflows;

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long SECOND = 1_000_000_000L;

    private static long at(String newYork) {
        return LocalDateTime.parse("2013-10-07T" + newYork).atZone(NEW_YORK).toEpochSecond() * SECOND;
    }

    private static MarketStep minute(String newYork, String price) {
        var at = Price.of(price);
        var one = Quantity.of("1");
        var bar = new Bar(SPY, at(newYork), 60 * SECOND, at, at, at, at, one, at.times(one), one, 1, at(newYork) + 1);
        return MarketStep.of(bar, bar.endTimeNanos() + SECOND);
    }

    private static MarketStep clock(String newYork) {
        return MarketStep.of(Clock.of(SPY, at(newYork)));
    }

    private static final List<MarketStep> DAY = List.of(
            minute("09:29:00", "1"),
            clock("09:30:01"),
            minute("09:30:00", "2"),
            clock("09:31:01"),
            minute("10:29:00", "3"),
            minute("10:30:00", "4"),
            minute("15:59:00", "5"),
            clock("16:00:00"),
            clock("16:00:01"),
            minute("16:00:00", "6"));

    @Test
    void barsOfTheSessionComeBeforeTheClockAtWhichTheyAreKnown() throws Exception {
        assertThat(told(run(DAY, 0)))
                .containsExactly(
                        "time 09:29 at 09:30:01",
                        "clock 09:30:01",
                        "time 09:30 at 09:31:01",
                        "clock 09:31:01",
                        "time 10:29 at 10:30:01",
                        "session(1h) 09:30 at 10:30:01",
                        "time 10:30 at 10:31:01",
                        "session(1h) 10:30 at 11:30:01",
                        "time 15:59 at 16:00:01",
                        "clock 16:00",
                        "session(1h) 15:30 at 16:00:01",
                        "session(1d) 09:30 at 16:00:01",
                        "clock 16:00:01",
                        "time 16:00 at 16:01:01");
    }

    @Test
    void continuesFromASnapshot() throws Exception {
        for (int after = 1; after < DAY.size(); after++) {
            assertThat(run(DAY, after)).isEqualTo(run(DAY, 0));
        }
    }

    @Test
    void aRestatedMinuteRestatesTheBarsOfTheSession() throws Exception {
        var again = restated(minute("15:59:00", "7"), 1, 1);
        var gone = restated(minute("15:59:00", "7"), 2, 0);
        var sent = run(
                List.of(
                        minute("09:30:00", "2"),
                        restated(minute("09:30:00", "1"), 1, 1),
                        minute("15:59:00", "5"),
                        clock("16:00:01"),
                        again,
                        gone,
                        clock("16:10:02"),
                        restated(minute("15:59:00", "9"), 3, 1)),
                5);

        var sessions = sent.stream()
                .filter(MarketStep::isBar)
                .filter(step -> !step.bar().isTimeBar())
                .toList();
        assertThat(sessions)
                .extracting(step -> step.bar().type() + " " + step.bar().revision() + " "
                        + step.bar().open() + " " + step.bar().close() + " "
                        + step.bar().tradeCount())
                .containsExactly(
                        "session(1h) 0 1 1 1",
                        "session(1h) 0 5 5 1",
                        "session(1d) 0 1 5 2",
                        "session(1h) 1 7 7 1",
                        "session(1d) 1 1 7 2",
                        "session(1h) 2 7 7 0",
                        "session(1d) 2 1 1 1");
        assertThat(sessions.get(3).knownAtNanos()).isEqualTo(again.knownAtNanos());
    }

    @Test
    void aBarThatDoesNotFitIsCounted() throws Exception {
        var large = minute("09:30:00", "1");
        var sum = new Quantity(Long.MAX_VALUE - 1);
        run(List.of(volume(large, sum), volume(minute("09:31:00", "1"), sum)), 0);
        assertThat(overflows).isEqualTo(2);
    }

    private static MarketStep volume(MarketStep step, Quantity volume) {
        var bar = step.bar();
        return MarketStep.of(
                new Bar(
                        SPY,
                        bar.openTimeNanos(),
                        bar.intervalNanos(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        volume,
                        bar.notional(),
                        bar.buyVolume(),
                        bar.tradeCount(),
                        bar.lastTradeNanos()),
                step.knownAtNanos());
    }

    private static MarketStep restated(MarketStep step, int revision, long tradeCount) {
        var bar = step.bar();
        return MarketStep.of(
                new Bar(
                        SPY,
                        bar.openTimeNanos(),
                        bar.intervalNanos(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume(),
                        bar.notional(),
                        bar.buyVolume(),
                        tradeCount,
                        bar.lastTradeNanos(),
                        Bar.TIME,
                        0,
                        revision,
                        0),
                step.knownAtNanos() + SECOND);
    }

    private static List<String> told(List<MarketStep> steps) {
        return steps.stream()
                .map(step -> step.isBar()
                        ? step.bar().type() + " " + time(step.bar().openTimeNanos()) + " at "
                                + time(step.knownAtNanos())
                        : "clock " + time(step.knownAtNanos()))
                .toList();
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(nanos / SECOND)
                .atZone(NEW_YORK)
                .toLocalTime()
                .toString();
    }

    private List<MarketStep> run(List<MarketStep> steps, int restoreAfter) throws Exception {
        var sent = new ArrayList<MarketStep>();
        var snapshot = take(steps.subList(0, restoreAfter), null, sent);
        take(steps.subList(restoreAfter, steps.size()), snapshot, sent);
        return sent;
    }

    private OperatorSubtaskState take(List<MarketStep> steps, OperatorSubtaskState snapshot, List<MarketStep> sent)
            throws Exception {
        var more = new MoreBars(
                List.of(),
                List.of(Duration.ofHours(1), MoreBars.WHOLE_SESSION),
                InstrumentCalendars.parse("ARCA=us-equities"));
        var function = new SessionBarsFunction(more, ofMinutes(1), ofSeconds(1), ofMinutes(10));
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(function), MarketStep::instrument, Types.STRING);
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
        for (var step : steps) {
            harness.processElement(new StreamRecord<>(step));
        }
        overflows += function.overflow().getCount();
        sent.addAll(harness.extractOutputValues());
        var after = harness.snapshot(1, 1);
        harness.close();
        return after;
    }
}
