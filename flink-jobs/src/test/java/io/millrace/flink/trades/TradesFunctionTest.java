package io.millrace.flink.trades;

import static io.millrace.flink.kafka.TestRecords.BTC;
import static io.millrace.flink.kafka.TestRecords.ETH;
import static io.millrace.flink.kafka.TestRecords.START;
import static io.millrace.flink.kafka.TestRecords.at;
import static io.millrace.flink.kafka.TestRecords.clock;
import static io.millrace.flink.kafka.TestRecords.header;
import static io.millrace.flink.kafka.TestRecords.record;
import static io.millrace.flink.kafka.TestRecords.trade;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.quality.QualityEvent;
import io.millrace.flink.job.DataQuality;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Rejects;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.schemas.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TradesFunctionTest {
    private static final Duration LATENESS = ofSeconds(1);

    private KeyedOneInputStreamOperatorTestHarness<String, KafkaRecord, MarketStep> harness;
    private TradesFunction function;
    private DataQuality quality = DataQuality.WITHOUT_CORRECTIONS;

    @BeforeEach
    void open() throws Exception {
        open(null);
    }

    private void open(OperatorSubtaskState snapshot) throws Exception {
        function = new TradesFunction(
                "bars", List.of(ofMinutes(1), ofMinutes(5)), List.of(), LATENESS, quality, new TestRegistry());
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(function), KafkaRecord::keyText, Types.STRING);
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void closesBarWhenClockPassesItsEndPlusLateness() throws Exception {
        take(trade(1, "00:10", "100"), trade(2, "00:50", "103"), trade(3, "01:00.999", "90"));
        assertThat(steps()).isEmpty();

        take(trade(4, "01:01", "95"));

        assertThat(steps()).hasSize(2);
        assertThat(steps().get(0).bar().close()).isEqualTo(Price.of("103"));
        assertThat(steps().get(0).knownAtNanos())
                .isEqualTo(START + ofSeconds(61).toNanos());
        var clock = steps().get(1).clock();
        assertThat(clock.timeNanos()).isEqualTo(START + ofSeconds(61).toNanos());
        assertThat(clock.mark()).isEqualTo(Price.of("103"));
        assertThat(clock.markTimeNanos()).isEqualTo(START + ofSeconds(50).toNanos());
    }

    @Test
    void sendsClockBehindAllBarsOfOneEnd() throws Exception {
        take(trade(1, "04:10", "100"), trade(2, "05:02", "101"));

        assertThat(bars()).extracting(Bar::intervalNanos).containsExactly(minutes(1), minutes(5));
        assertThat(steps()).extracting(MarketStep::isBar).containsExactly(true, true, false);
    }

    @Test
    void marketClockClosesWhatIsOpenAndIsPassedOn() throws Exception {
        take(trade(1, "00:10", "100"), clock(BTC, Duration.ofHours(1)));

        assertThat(bars()).extracting(Bar::intervalNanos).containsExactly(minutes(1), minutes(5));
        var last = steps().get(steps().size() - 1).clock();
        assertThat(last.timeNanos()).isEqualTo(START + Duration.ofHours(1).toNanos());
        assertThat(last.mark()).isEqualTo(Price.of("100"));
    }

    @Test
    void passesOnClockOfInstrumentThatNeverTraded() throws Exception {
        take(clock(ETH, ofMinutes(3)), clock(ETH, ofMinutes(2)));

        assertThat(steps()).hasSize(1);
        assertThat(steps().get(0).clock().mark()).isNull();
    }

    @Test
    void dropsWhatWasSeenBefore() throws Exception {
        var first = trade(1, "00:10", "100");
        take(first, first, trade(2, "00:11", "101"), first, clock(BTC, ofMinutes(2)));

        assertThat(bars().get(0).tradeCount()).isEqualTo(2);
        assertThat(rejects()).isEmpty();
        assertThat(function.metrics().duplicate.getCount()).isEqualTo(2);
    }

    @Test
    void countsGaps() throws Exception {
        take(trade(1, "00:10", "100"), trade(4, "00:11", "100"), trade(5, "00:12", "100"), trade(7, "00:13", "100"));

        assertThat(function.metrics().gaps.getCount()).isEqualTo(2);
        assertThat(function.metrics().missing.getCount()).isEqualTo(3);
        assertThat(function.metrics().taken.getCount()).isEqualTo(4);
    }

    @Test
    void lateTradeIsInNoBarAndSaysHowLateItWas() throws Exception {
        take(trade(1, "00:10", "100"), trade(2, "01:03", "100"), trade(3, "00:59", "100"), clock(BTC, ofMinutes(9)));

        assertThat(bars().stream().filter(bar -> bar.intervalNanos() == minutes(5)))
                .extracting(Bar::tradeCount)
                .containsExactly(2L);
        assertThat(rejects()).hasSize(1);
        var letter = rejects().get(0);
        assertThat(letter.topic).isEqualTo("market.trades.v1.dlq");
        assertThat(header(letter, DeadLetters.CODE)).isEqualTo("TRADE_TOO_LATE");
        assertThat(header(letter, DeadLetters.MESSAGE)).contains("actual=PT4S").contains("limit=PT1S");
        assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("3");
        assertThat(letter.value).isEqualTo(trade(3, "00:59", "100").value);
        assertThat(function.metrics().late.getCount()).isEqualTo(1);
    }

    @Test
    void undecodableRecordGoesToDeadLettersAndNothingElseStops() throws Exception {
        var poison = trade(1, "00:10", "100");
        poison.value = "no trade".getBytes(StandardCharsets.UTF_8);
        take(poison, trade(2, "00:11", "100"), clock(BTC, ofMinutes(2)));

        assertThat(bars().get(0).tradeCount()).isEqualTo(1);
        assertThat(rejects()).hasSize(1);
        assertThat(header(rejects().get(0), DeadLetters.CODE)).isEqualTo("NOT_CONFLUENT_FRAMED");
        assertThat(header(rejects().get(0), DeadLetters.STAGE)).isEqualTo("bars");
        assertThat(rejects().get(0).value).isEqualTo(poison.value);
    }

    @Test
    void negativePriceGoesToDeadLetters() throws Exception {
        take(trade(1, "00:10", "-5"));

        assertThat(header(rejects().get(0), DeadLetters.CODE)).isEqualTo("INVALID_VALUE");
        assertThat(header(rejects().get(0), DeadLetters.MESSAGE))
                .contains("price")
                .contains("-5");
    }

    @Test
    void recordUnderAnotherInstrumentsKeyGoesToDeadLetters() throws Exception {
        var trade = trade(1, "00:10", "100");
        trade.key = "DOGE-USD.TEST".getBytes(StandardCharsets.UTF_8);
        var clock = clock(BTC, ofMinutes(2));
        clock.key = null;
        take(trade, clock);

        assertThat(rejects())
                .extracting(letter -> header(letter, DeadLetters.CODE))
                .containsExactly("KEY_MISMATCH", "KEY_MISMATCH");
    }

    @Test
    void unreadableClockGoesToDeadLettersAndRecordWithoutClockIsSkipped() throws Exception {
        var unreadable = clock(BTC, ofMinutes(2));
        unreadable.headerValues[0] = "soon".getBytes(StandardCharsets.UTF_8);
        var nothing = clock(BTC, ofMinutes(2));
        nothing.headerNames[0] = "other";
        take(unreadable, nothing);

        assertThat(rejects()).hasSize(1);
        assertThat(header(rejects().get(0), DeadLetters.CODE)).isEqualTo("MALFORMED_CLOCK");
        assertThat(steps()).isEmpty();
    }

    @Test
    void continuesFromSnapshotAsIfNothingHadHappened() throws Exception {
        take(trade(1, "00:10", "100"), trade(2, "00:20", "110"), trade(3, "00:59.5", "90"));
        var snapshot = harness.snapshot(1, 1);
        harness.close();
        open(snapshot);
        take(trade(3, "00:59.5", "90"), trade(5, "01:00.5", "95"), trade(6, "00:59.9", "80"), clock(BTC, ofMinutes(2)));

        assertThat(bars().get(0).tradeCount()).isEqualTo(4);
        assertThat(bars().get(0).open()).isEqualTo(Price.of("100"));
        assertThat(bars().get(0).close()).isEqualTo(Price.of("80"));
        assertThat(function.metrics().duplicate.getCount()).isEqualTo(1);
        assertThat(function.metrics().gaps.getCount()).isEqualTo(1);
    }

    @Test
    void lateAndBustedTradesRestateTheirBarsWithinTheHorizonAcrossARestart() throws Exception {
        quality = DataQuality.STANDARD;
        harness.close();
        open(null);
        take(trade(1, "00:10", "100"), trade(2, "00:20", "110"), trade(3, "01:03", "100"), trade(4, "00:59", "90"));
        assertThat(bars()).extracting(Bar::revision).containsExactly(0, 1);
        assertThat(bars().get(1).close()).isEqualTo(Price.of("90"));
        assertThat(QualityFlag.names(bars().get(1).quality())).containsExactly("LATE");

        var snapshot = harness.snapshot(1, 1);
        harness.close();
        open(snapshot);
        take(action(5, TradeAction.BUST, 2), action(6, TradeAction.BUST, 77), clock(BTC, ofMinutes(12)));
        take(trade(7, "00:30", "90"));

        assertThat(bars()).extracting(Bar::intervalNanos).startsWith(minutes(1), minutes(1), minutes(5));
        assertThat(bars().get(0).revision()).isEqualTo(2);
        assertThat(bars().get(0).high()).isEqualTo(Price.of("100"));
        assertThat(bars().get(2).tradeCount()).isEqualTo(3);
        assertThat(rejects())
                .extracting(letter -> header(letter, DeadLetters.CODE))
                .containsExactly("TRADE_UNKNOWN", "TRADE_TOO_LATE");
    }

    @Test
    void aTradeFromTheFutureMovesNoClockUntilItIsConfirmed() throws Exception {
        take(trade(1, "00:10", "100"), stamped(2, Duration.ofDays(9), "100"), trade(3, "00:20", "101"));
        assertThat(steps()).isEmpty();
        assertThat(rejects())
                .extracting(letter -> header(letter, DeadLetters.CODE))
                .containsExactly("TRADE_IN_FUTURE");
        assertThat(header(rejects().get(0), DeadLetters.OFFSET)).isEqualTo("2");

        take(
                stamped(4, Duration.ofDays(3), "102"),
                stamped(5, Duration.ofDays(3).plusSeconds(1), "103"));
        take(clock(BTC, Duration.ofDays(4)));
        assertThat(rejects()).hasSize(1);
        assertThat(bars()).extracting(Bar::tradeCount).containsExactly(2L, 2L, 2L, 2L);
        assertThat(QualityFlag.names(bars().get(2).quality())).containsExactly("STALE", "FUTURE");
    }

    @Test
    void anInstrumentThatTradesOnceAWeekLosesNoTrade() throws Exception {
        for (int week = 0; week < 52; week++) {
            take(stamped(week + 1, Duration.ofDays(7L * week), "100"));
        }
        take(clock(BTC, Duration.ofDays(7L * 52)));

        assertThat(rejects()).isEmpty();
        assertThat(bars()).filteredOn(bar -> bar.intervalNanos() == minutes(1)).hasSize(52);
    }

    @Test
    void aDailyPrintThatComesASecondLaterEachDayLosesNoTradeAndAWrongStampAmongThemIsRefuted() throws Exception {
        for (int day = 0; day < 250; day++) {
            take(stamped(2L * day + 1, Duration.ofSeconds(86_401L * day), "100"));
            if (day == 100) {
                take(stamped(2L * day + 2, Duration.ofDays(30_000), "100"));
            }
        }
        take(clock(BTC, Duration.ofSeconds(86_401L * 250)));

        assertThat(rejects())
                .extracting(letter -> header(letter, DeadLetters.CODE))
                .containsExactly("TRADE_IN_FUTURE");
        assertThat(bars()).filteredOn(bar -> bar.intervalNanos() == minutes(1)).hasSize(250);
    }

    @Test
    void whatIsDoubtfulIsFlaggedAndToldOncePerBar() throws Exception {
        var first = trade(1, "00:10", "100");
        take(first, first, first, trade(4, "00:11", "101"), trade(5, "00:10.5", "100"), trade(6, "01:30", "100"));

        assertThat(QualityFlag.names(bars().get(0).quality())).containsExactly("GAP", "DUPLICATE", "OUT_OF_ORDER");
        var events = harness.getSideOutput(QualityTag.TAG).stream()
                .map(StreamRecord::getValue)
                .toList();
        assertThat(events)
                .extracting(QualityEvent::flag)
                .containsExactly(QualityFlag.DUPLICATE, QualityFlag.GAP, QualityFlag.OUT_OF_ORDER);
        assertThat(events).extracting(QualityEvent::count).containsExactly(2L, 1L, 1L);
        assertThat(events.get(1).actual()).isEqualTo(2);
        assertThat(events.get(2).message()).isEqualTo("OUT_OF_ORDER actual=0.5 limit=1.0, found 1×");
        assertThat(function.metrics().found(QualityFlag.DUPLICATE).getCount()).isEqualTo(2);
    }

    private static KafkaRecord stamped(long sequence, Duration time, String price) {
        return io.millrace.flink.kafka.TestRecords.at(
                record(io.millrace.flink.kafka.TestRecords.trade(BTC, sequence, time, price)), sequence);
    }

    /** A bust without a price. */
    private static KafkaRecord action(long sequence, TradeAction action, long refersTo) {
        return io.millrace.flink.kafka.TestRecords.at(
                record(new Trade(
                        BTC, START, sequence, Price.ZERO, Quantity.of("1"), AggressorSide.UNKNOWN, action, refersTo)),
                sequence);
    }

    private static KafkaRecord trade(long sequence, String minuteSecond, String price) {
        var time = Duration.parse("PT" + minuteSecond.replace(":", "M") + "S");
        return at(record(io.millrace.flink.kafka.TestRecords.trade(BTC, sequence, time, price)), sequence);
    }

    private static long minutes(int minutes) {
        return ofMinutes(minutes).toNanos();
    }

    private void take(KafkaRecord... records) throws Exception {
        for (var record : records) {
            harness.processElement(new StreamRecord<>(record));
        }
    }

    private List<MarketStep> steps() {
        return harness.extractOutputValues();
    }

    private List<Bar> bars() {
        return steps().stream().map(MarketStep::bar).filter(Objects::nonNull).toList();
    }

    private List<KafkaRecord> rejects() {
        var rejects = harness.getSideOutput(Rejects.TAG);
        return rejects == null
                ? List.of()
                : rejects.stream().map(StreamRecord::getValue).toList();
    }
}
