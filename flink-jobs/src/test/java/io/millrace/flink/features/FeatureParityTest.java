package io.millrace.flink.features;

import static io.millrace.flink.kafka.TestRecords.BTC;
import static io.millrace.flink.kafka.TestRecords.START;
import static io.millrace.flink.kafka.TestRecords.at;
import static io.millrace.flink.kafka.TestRecords.decode;
import static io.millrace.flink.kafka.TestRecords.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.clock.Clock;
import io.millrace.core.feature.FeatureEngine;
import io.millrace.core.feature.FeatureSets;
import io.millrace.core.feature.FeatureVector;
import io.millrace.core.feature.Tape;
import io.millrace.core.market.Bar;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Quote;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Rejects;
import io.millrace.flink.kafka.TestRecords;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.flink.trades.TestSteps;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractUdfStreamOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Live and training are one: what the job sends is what the engine gives over the same records from a list. */
class FeatureParityTest {
    private static final List<Duration> INTERVALS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final Duration LATENESS = Duration.ofSeconds(1);
    /** Shorter than the records are. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> SETS = List.of("basic", "market", "quotes");
    private static final int TRADES = 2_400;

    private static final List<KafkaRecord> RECORDS = TestRecords.market(TRADES).stream()
            .filter(record -> record.keyText().equals(BTC.toString()))
            .toList();
    private static final List<Quote> QUOTES = quotes();

    /** Some up to 0.9 s behind those before them; sizes and spreads differ. */
    private static List<Quote> quotes() {
        var random = new Random(13);
        var quotes = new ArrayList<Quote>();
        long time = START;
        for (int i = 0; i < 2 * TRADES; i++) {
            time += random.nextLong(2_000_000_000L);
            long behind = random.nextInt(5) == 0 ? random.nextLong(900_000_000L) : 0;
            var bid = Price.of("%.2f".formatted(1_000 + random.nextGaussian() * 20));
            quotes.add(new Quote(
                    BTC,
                    time - behind,
                    i,
                    bid,
                    new Quantity(random.nextInt(1_000_000_000)),
                    new Price(bid.units() + random.nextInt(100_000_000)),
                    new Quantity(random.nextInt(1_000_000_000))));
        }
        return quotes;
    }

    private static KafkaRecord record(Quote quote) {
        return at(new Encoder<>(Topics.QUOTES, new TestRegistry().connect()).value(quote), quote.sequence());
    }

    private static KafkaRecord clock(Duration afterStart) {
        var clock = Clock.of(BTC, START + afterStart.toNanos());
        return at(new Encoder<>(Topics.QUOTES, new TestRegistry().connect()).clock(clock), -1);
    }

    /** Every record twice in a while, as a source that starts again sends them. */
    private static List<KafkaRecord> quoteRecords() {
        var records = new ArrayList<KafkaRecord>();
        for (var quote : QUOTES) {
            records.add(record(quote));
            if (quote.sequence() % 7 == 0) {
                records.add(record(quote));
            }
        }
        records.add(clock(Duration.ofDays(1)));
        return records;
    }

    /** The engine's own run, of trades and quotes in the order of event time. */
    private static List<FeatureVector> ownRun() {
        var quotes = QUOTES.stream()
                .sorted(Comparator.comparingLong(Quote::eventTimeNanos).thenComparingLong(Quote::sequence))
                .toList();
        var vectors = new ArrayList<FeatureVector>();
        Map<String, double[]> memories = new HashMap<>();
        var store = new FeatureEngine.Store() {
            @Override
            public double[] get(String key) {
                return memories.get(key);
            }

            @Override
            public void put(String key, double[] memory) {
                memories.put(key, memory);
            }
        };
        var output = new BarTimeline.Output() {
            private final FeatureEngine engine = new FeatureEngine(SETS, nanos());
            private final Tape tape = new Tape();
            private int next;

            @Override
            public void trade(SettledTrade trade) {
                quotesBefore(trade.eventTimeNanos());
                engine.trade(tape, trade);
            }

            @Override
            public void bar(Bar bar, long knownAtNanos) {
                quotesBefore(bar.endTimeNanos());
                engine.bar(tape, store, bar, knownAtNanos, vectors::add);
            }

            @Override
            public void clock(Clock clock) {}

            private void quotesBefore(long time) {
                while (next < quotes.size() && quotes.get(next).eventTimeNanos() < time) {
                    engine.quote(tape, quotes.get(next++));
                }
            }
        };
        var timeline = new BarTimeline(nanos(), LATENESS.toNanos());
        var state = new BarTimeline.State();
        for (var record : RECORDS) {
            if (record.value == null) {
                timeline.advance(state, ClockRecords.read(record.headers()).orElseThrow(), output);
            } else {
                timeline.add(state, decode(Topics.TRADES, record), output);
            }
        }
        return vectors;
    }

    private static List<Long> nanos() {
        return INTERVALS.stream().map(Duration::toNanos).toList();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, MarketStep, KafkaRecord, KafkaRecord> open(
            OperatorSubtaskState snapshot) throws Exception {
        var harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new QuotedFeaturesFunction(
                        "features", SETS, INTERVALS, LATENESS, PATIENCE, new TestRegistry())),
                MarketStep::instrument,
                KafkaRecord::keyText,
                Types.STRING);
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
        return harness;
    }

    /** Which topic is read next is up to chance. */
    private static List<KafkaRecord> run(int shareOfTrades, long seed, boolean restored) throws Exception {
        var random = new Random(seed);
        var steps = TestSteps.of(RECORDS);
        var quotes = quoteRecords();
        var sent = new ArrayList<KafkaRecord>();
        var harness = open(null);
        int step = 0;
        int quote = 0;
        while (step < steps.size() || quote < quotes.size()) {
            boolean isStep = quote == quotes.size() || (step < steps.size() && random.nextInt(100) < shareOfTrades);
            if (isStep) {
                harness.processElement1(new StreamRecord<>(steps.get(step++)));
            } else {
                harness.processElement2(new StreamRecord<>(quotes.get(quote++)));
            }
            if (restored && (step + quote) % 2_000 == 0) {
                sent.addAll(harness.extractOutputValues());
                var snapshot = harness.snapshot(1, 1);
                harness.close();
                harness = open(snapshot);
            }
        }
        sent.addAll(harness.extractOutputValues());
        assertThat(harness.getSideOutput(Rejects.TAG)).isNull();
        harness.close();
        return sent;
    }

    private static List<FeatureVector> vectors(List<KafkaRecord> records) {
        return records.stream()
                .filter(record -> record.value != null)
                .map(record -> decode(Topics.FEATURES, record))
                .toList();
    }

    /** But for the gaps: the sequence is that of the venue, and of its instruments one alone is here. */
    private static void assertSame(List<FeatureVector> sent, List<FeatureVector> expected) {
        assertThat(sent)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("quality")
                .isEqualTo(expected);
        assertThat(sent).allSatisfy(vector -> assertThat(QualityFlag.STALE.isIn(vector.quality()))
                .isFalse());
    }

    @Test
    void theJobSendsWhatTheEngineGivesWhicheverTopicIsReadFaster() throws Exception {
        var expected = ownRun();
        assertThat(expected).hasSizeGreaterThan(200);
        assertThat(expected.stream().map(FeatureVector::featureSet).distinct()).containsExactlyElementsOf(SETS);
        for (int shareOfTrades : new int[] {100, 0, 50, 35, 70, 95}) {
            assertSame(vectors(run(shareOfTrades, shareOfTrades, false)), expected);
        }
    }

    @Test
    void continuesBitIdenticallyFromSnapshotsWhateverWaits() throws Exception {
        var expected = ownRun();
        for (int shareOfTrades : new int[] {20, 90}) {
            assertSame(vectors(run(shareOfTrades, 3, true)), expected);
        }
    }

    @Test
    void clocksComeBehindTheFeaturesOfTheirBars() throws Exception {
        long clock = Long.MIN_VALUE;
        for (var record : run(50, 5, false)) {
            if (record.value == null) {
                clock = ClockRecords.read(record.headers()).orElseThrow().timeNanos();
            } else {
                assertThat(decode(Topics.FEATURES, record).eventTimeNanos()).isGreaterThan(clock);
            }
        }
    }

    @Test
    void aReplayOfTheBarsAloneGivesTheSetsOfBars() throws Exception {
        var basic = FeatureSets.named("basic");
        var ofBars = TestSteps.of(RECORDS).stream()
                .filter(step -> step.isBar() && step.bar().intervalNanos() == nanos().get(0))
                .map(step -> basic.update(step.bar(), step.knownAtNanos()))
                .toList();
        var ofTheJob = vectors(run(50, 5, false)).stream()
                .filter(vector -> vector.featureSet().equals("basic") && vector.intervalNanos() == nanos().get(0))
                .toList();
        assertThat(ofBars).isEqualTo(ofTheJob);
    }

    @Test
    void nothingLeavesBeforeTheQuotesClockIsThere() throws Exception {
        var harness = open(null);
        for (var step : TestSteps.of(RECORDS)) {
            harness.processElement1(new StreamRecord<>(step));
        }
        assertThat(harness.extractOutputValues()).isEmpty();
        harness.processElement2(new StreamRecord<>(clock(Duration.ofSeconds(61))));
        assertThat(vectors(harness.extractOutputValues()))
                .extracting(FeatureVector::barOpenNanos)
                .containsOnly(START);
        harness.close();
    }

    @Test
    void whereNoQuotesComeTheStepsGoOnWithoutThemAndAreCounted() throws Exception {
        var steps = TestSteps.of(RECORDS);
        var harness = open(null);
        steps(harness, steps, 1_000);
        var sent = vectors(harness.extractOutputValues());

        assertThat(sent).extracting(FeatureVector::featureSet).containsOnly("basic", "market");
        assertThat(sent).allSatisfy(vector -> assertThat(QualityFlag.STALE.isIn(vector.quality()))
                .isFalse());
        long end = steps.get(steps.size() - 1).knownAtNanos();
        long early = steps.stream()
                .filter(step ->
                        step.knownAtNanos() < end - PATIENCE.plusMinutes(1).toNanos())
                .count();
        assertThat(function(harness).withoutQuotes.getCount()).isBetween(early, (long) steps.size());
        assertThat(harness.extractOutputValues())
                .filteredOn(record -> record.value == null)
                .isNotEmpty();
        harness.close();
    }

    @Test
    void whereQuotesEndTheVectorsOfTheirSetSayThatTheyAreStale() throws Exception {
        var harness = open(null);
        for (var quote : QUOTES.subList(0, 200)) {
            harness.processElement2(new StreamRecord<>(record(quote)));
        }
        steps(harness, TestSteps.of(RECORDS), 1_000);
        long covered = QUOTES.get(150).eventTimeNanos();
        long ended = QUOTES.get(199).eventTimeNanos();
        var ofQuotes = vectors(harness.extractOutputValues()).stream()
                .filter(vector -> vector.featureSet().equals("quotes") && vector.intervalNanos() == nanos().get(0))
                .toList();

        assertThat(ofQuotes)
                .filteredOn(vector -> vector.barOpenNanos() + vector.intervalNanos() < covered)
                .isNotEmpty()
                .allSatisfy(vector ->
                        assertThat(QualityFlag.STALE.isIn(vector.quality())).isFalse());
        assertThat(ofQuotes)
                .filteredOn(vector -> vector.barOpenNanos() > ended)
                .isNotEmpty()
                .allSatisfy(vector ->
                        assertThat(QualityFlag.STALE.isIn(vector.quality())).isTrue());
        harness.processElement2(new StreamRecord<>(record(QUOTES.get(200))));
        assertThat(harness.getSideOutput(Rejects.TAG))
                .extracting(letter -> header(letter.getValue(), DeadLetters.CODE))
                .containsExactly(QuotedFeaturesFunction.QUOTE_TOO_LATE);
        harness.close();
    }

    @Test
    void afterARestartTheJobWaitsAnewBeforeItGoesOnWithoutQuotes() throws Exception {
        var steps = TestSteps.of(RECORDS);
        var harness = open(null);
        steps(harness, steps.subList(0, 1_500), 0);
        var snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = open(snapshot);
        harness.setProcessingTime(Duration.ofDays(1).toMillis());
        for (var step : steps.subList(1_500, steps.size())) {
            harness.processElement1(new StreamRecord<>(step));
        }
        assertThat(harness.extractOutputValues()).isEmpty();
        harness.close();
    }

    /** One after another, that much of the machine's time apart. */
    private static void steps(
            KeyedTwoInputStreamOperatorTestHarness<String, MarketStep, KafkaRecord, KafkaRecord> harness,
            List<MarketStep> steps,
            long millis)
            throws Exception {
        for (int i = 0; i < steps.size(); i++) {
            harness.setProcessingTime(i * millis);
            harness.processElement1(new StreamRecord<>(steps.get(i)));
        }
    }

    private static QuotedFeaturesFunction function(
            KeyedTwoInputStreamOperatorTestHarness<String, MarketStep, KafkaRecord, KafkaRecord> harness) {
        return (QuotedFeaturesFunction) ((AbstractUdfStreamOperator<?, ?>) harness.getOperator()).getUserFunction();
    }

    @Test
    void quotesThatCannotBeUsedGoToDeadLetters() throws Exception {
        var harness = open(null);
        var strange = record(QUOTES.get(0));
        strange.value = new byte[] {1, 2, 3};
        var late = QUOTES.get(0);
        harness.processElement2(new StreamRecord<>(strange));
        harness.processElement2(new StreamRecord<>(clock(Duration.ofHours(1))));
        harness.processElement2(new StreamRecord<>(record(late)));
        var letters = harness.getSideOutput(Rejects.TAG).stream()
                .map(StreamRecord::getValue)
                .toList();
        assertThat(letters).extracting(letter -> letter.topic).containsOnly(Topics.QUOTES.deadLetters());
        assertThat(letters)
                .extracting(letter -> header(letter, DeadLetters.CODE))
                .containsExactly("NOT_CONFLUENT_FRAMED", QuotedFeaturesFunction.QUOTE_TOO_LATE);
        assertThat(letters.get(1).value).isEqualTo(record(late).value);
        assertThat(harness.extractOutputValues().stream().filter(Objects::nonNull))
                .isEmpty();
        harness.close();
    }
}
