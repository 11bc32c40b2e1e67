package io.millrace.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.Awaited.Source;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    private static final InstrumentId LTC = InstrumentId.of("LTC-USD.BITSTAMP");
    private static final SortedMap<InstrumentId, Long> NOBODY = new TreeMap<>();

    private final Pending<String> pending = new InMemoryPending<>();
    private final MarkLog marks = new InMemoryMarkLog();
    private final TaskClocks clocks = new TaskClocks(new InMemoryTaskClocks());
    private final Timeline<String> timeline = new Timeline<>(pending, marks, clocks);

    /** An account that follows instruments and has an order open on some of them since 50. */
    private record Has(Moment last, SortedSet<InstrumentId> followed, SortedSet<InstrumentId> open) implements Stake {
        @Override
        public SortedSet<InstrumentId> openBefore(long nanos) {
            return nanos > 50 ? open : new TreeSet<>();
        }
    }

    @Test
    void knowsOfNothingToCome() {
        assertThat(timeline.head("alpha", flat())).isNull();
    }

    @Test
    void takesReportsThenMarksThenIntentsOfOneTime() {
        put(Moment.Kind.INTENT, 100, "intent");
        put(Moment.Kind.REPORT, 100, "report");
        mark(BTC, 100);
        assertThat(timeline.head("alpha", holding(BTC)).event()).isEqualTo("report");
        pending.remove("alpha", moment(Moment.Kind.REPORT, 100));
        assertThat(timeline.head("alpha", holding(BTC)).mark().timeNanos()).isEqualTo(100);
        var afterMark = new Has(moment(Moment.Kind.MARK, 100), set(BTC), set());
        assertThat(timeline.head("alpha", afterMark).event()).isEqualTo("intent");
    }

    @Test
    void takesMarksOnlyOfWhatItFollows() {
        mark(LTC, 90);
        mark(BTC, 100);
        assertThat(timeline.head("alpha", holding(BTC)).mark().instrument()).isEqualTo(BTC);
        assertThat(timeline.head("alpha", flat())).isNull();
    }

    @Test
    void takesAMarkAtTheTimeOfItsLastMomentIfThatCameBefore() {
        mark(BTC, 80);
        var afterReport = new Has(moment(Moment.Kind.REPORT, 80), set(BTC), set());
        assertThat(timeline.head("alpha", afterReport).mark().timeNanos()).isEqualTo(80);
        var afterIntent = new Has(moment(Moment.Kind.INTENT, 80), set(BTC), set());
        assertThat(timeline.head("alpha", afterIntent)).isNull();
    }

    @Test
    void waitsForTheInstrumentOfTheEventItself() {
        clocks.upstream(BTC, 99);
        assertThat(missing(100, flat(), NOBODY)).containsExactly(new Awaited(Source.UPSTREAM, BTC, 100));
        clocks.upstream(BTC, 100);
        assertThat(missing(100, flat(), NOBODY)).isEmpty();
    }

    @Test
    void waitsForEveryInstrumentThatItHolds() {
        clocks.upstream(BTC, 100);
        assertThat(missing(100, holding(LTC), NOBODY)).containsExactly(new Awaited(Source.UPSTREAM, LTC, 100));
    }

    @Test
    void waitsForInstrumentsThatAreTradedForItNoLongerThanTheyMayBe() {
        clocks.upstream(BTC, 100);
        var traded = new TreeMap<InstrumentId, Long>();
        traded.put(LTC, Long.MAX_VALUE);
        assertThat(missing(100, flat(), traded)).containsExactly(new Awaited(Source.UPSTREAM, LTC, 100));
        traded.put(LTC, 60L);
        assertThat(missing(100, flat(), traded)).containsExactly(new Awaited(Source.UPSTREAM, LTC, 60));
        clocks.upstream(LTC, 60);
        assertThat(missing(100, flat(), traded)).isEmpty();
    }

    @Test
    void waitsForTheVenueWhereAnOrderIsOpenThatMayHaveActed() {
        clocks.upstream(BTC, 100);
        var open = new Has(moment(Moment.Kind.INTENT, 50), set(BTC), set(BTC));
        assertThat(missing(50, open, NOBODY)).isEmpty();
        assertThat(missing(51, open, NOBODY)).containsExactly(new Awaited(Source.VENUE, BTC, 51));
        clocks.venue(BTC, 51);
        assertThat(missing(51, open, NOBODY)).isEmpty();
    }

    @Test
    void isDueWithoutClocksThatWereGivenUp() {
        var missing = missing(100, holding(LTC), NOBODY);
        assertThat(missing).hasSize(2);
        assertThat(timeline.isDueWithout(missing)).isFalse();
        clocks.giveUp(missing.get(0));
        assertThat(timeline.isDueWithout(missing)).isFalse();
        clocks.giveUp(missing.get(1));
        assertThat(timeline.isDueWithout(missing)).isTrue();
    }

    @Test
    void keepsTheLatestMarkThatEverybodyHasPassed() {
        mark(BTC, 10);
        mark(BTC, 20);
        mark(BTC, 30);
        timeline.forget(BTC, 25);
        assertThat(marks.latest(BTC, 15)).isNull();
        assertThat(marks.latest(BTC, 25).timeNanos()).isEqualTo(20);
        assertThat(marks.next(BTC, 20).timeNanos()).isEqualTo(30);
        timeline.forget(BTC, InstrumentClocks.NEVER);
        assertThat(marks.latest(BTC, 25).timeNanos()).isEqualTo(20);
    }

    private List<Awaited> missing(long time, Stake stake, SortedMap<InstrumentId, Long> traded) {
        return timeline.missing(moment(Moment.Kind.INTENT, time), stake, traded);
    }

    private void put(Moment.Kind kind, long time, String event) {
        pending.put("alpha", moment(kind, time), event);
    }

    private void mark(InstrumentId instrument, long time) {
        marks.put(new Clock(instrument, 0, time, Price.of("1"), time));
    }

    private static Stake flat() {
        return new Has(null, set(), set());
    }

    private static Stake holding(InstrumentId instrument) {
        return new Has(moment(Moment.Kind.INTENT, 50), set(instrument), set());
    }

    private static SortedSet<InstrumentId> set(InstrumentId... instruments) {
        return new TreeSet<>(List.of(instruments));
    }

    private static Moment moment(Moment.Kind kind, long time) {
        return new Moment(time, kind, BTC.toString(), kind == Moment.Kind.MARK ? "" : "rsi", 0);
    }
}
