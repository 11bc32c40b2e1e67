package io.millrace.flink.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.regime.RegimeModel;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestRecords;
import io.millrace.flink.regimes.TestModels;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What the jobs read when their savepoints are made, the same at every call: four instruments and strategies of all
 * kinds. At the stop there are open bars of every interval, trades whose side is not settled yet, indicators that are
 * warm (a minute of the old instruments) and others in the midst of their warm-up (five minutes, and the young
 * instrument), strategies that are in and others that are out, and an instrument that has gone silent with open bars.
 */
final class GoldenMarket {
    static final String TRADES = "trades";
    static final String STRATEGIES = "strategies";
    static final String MODELS = "models";

    private static final InstrumentId OLD = TestRecords.BTC;
    private static final InstrumentId SLOW = TestRecords.ETH;
    private static final InstrumentId YOUNG = InstrumentId.of("SOL-USD.TEST");
    private static final InstrumentId SILENT = InstrumentId.of("XRP-USD.TEST");

    private static final Duration STOP = Duration.ofMinutes(45).plusSeconds(30);
    private static final Duration TAKE_OVER = Duration.ofMinutes(55);
    private static final Duration END = Duration.ofMinutes(80);

    private final Encoder<Trade> trades;
    private final Encoder<StrategySpec> strategies;
    private final Encoder<RegimeModel> models;
    private final Random random = new Random(11);
    private final Map<InstrumentId, Long> sequences = new HashMap<>();
    private final Map<InstrumentId, Double> prices = new HashMap<>();
    private final List<KafkaRecord> records = new ArrayList<>();
    private final int beforeStop;

    GoldenMarket(SchemaRegistry registry) {
        trades = new Encoder<>(Topics.TRADES, registry);
        strategies = new Encoder<>(Topics.STRATEGIES, registry);
        models = new Encoder<>(Topics.MODELS, registry);
        untilStop();
        beforeStop = records.size();
        afterStop();
    }

    /** All records by input. */
    Map<String, List<KafkaRecord>> inputs() {
        var known = new ArrayList<>(strategies());
        var poison = strategy("poison", 1, OLD, "macd-cross", 1, Map.of());
        poison.key = "another key".getBytes(UTF_8);
        known.add(poison);
        return new TreeMap<>(Map.of(TRADES, numbered(records), STRATEGIES, numbered(known), MODELS, models()));
    }

    /** How many of an input come before the stop. */
    Map<String, Integer> beforeStop() {
        return Map.of(TRADES, beforeStop, STRATEGIES, strategies().size(), MODELS, models().size());
    }

    /** The strategies and models that are known from the beginning. */
    List<KafkaRecord> control() {
        var all = new ArrayList<>(strategies());
        all.addAll(models());
        return all;
    }

    private List<KafkaRecord> models() {
        return numbered(List.of(models.value(TestModels.hmm(OLD, 1)), models.value(TestModels.rule(SLOW, 1))));
    }

    private List<KafkaRecord> strategies() {
        var often = Map.of("period", 5.0, "oversold", 45.0, "overbought", 55.0);
        return numbered(List.of(
                strategy("rsi", 1, OLD, "rsi-reversal", 1, often),
                strategy("rsi", 2, OLD, "rsi-reversal", 1, Map.of("period", 3.0, "oversold", 45.0, "overbought", 55.0)),
                strategy("macd", 1, OLD, "macd-cross", 1, Map.of("fast", 3.0, "slow", 7.0, "signal", 4.0)),
                strategy("bands", 1, SLOW, "bollinger-reversion", 1, Map.of("period", 6.0, "width", 1.0)),
                strategy(
                        "breakout",
                        1,
                        SLOW,
                        "volume-breakout",
                        1,
                        Map.of("period", 5.0, "exitPeriod", 3.0, "volumeRatio", 0.5)),
                strategy("warming", 1, YOUNG, "bollinger-reversion", 1, Map.of("period", 12.0, "width", 0.5)),
                strategy("five", 1, OLD, "macd-cross", 5, Map.of("fast", 2.0, "slow", 4.0, "signal", 2.0))));
    }

    /** The second version of a strategy takes over in the midst of what comes after the stop. */
    private KafkaRecord strategy(
            String id,
            long version,
            InstrumentId instrument,
            String kind,
            int minutes,
            Map<String, Double> parameters) {
        return strategies.value(new StrategySpec(
                id,
                version,
                "account-" + id,
                instrument,
                kind,
                Duration.ofMinutes(minutes).toNanos(),
                Quantity.of("0.1"),
                new TreeMap<>(parameters),
                true,
                TestRecords.START + (version == 1 ? Duration.ZERO : TAKE_OVER).toNanos()));
    }

    private void untilStop() {
        trade(Duration.ofSeconds(3), Duration.ofSeconds(9 * 60 + 30), List.of(OLD, OLD, SLOW, SILENT));
        trade(Duration.ofSeconds(9 * 60 + 31), Duration.ofMinutes(38), List.of(OLD, OLD, SLOW));
        records.add(trades.value(of(SLOW, Duration.ofMinutes(30), AggressorSide.BUYER)));
        trade(Duration.ofMinutes(38), STOP.minusSeconds(1), List.of(OLD, OLD, SLOW, YOUNG));
        records.add(copy(records.get(0)));
        for (var instrument : List.of(OLD, SLOW, YOUNG)) {
            records.add(trades.value(of(instrument, STOP.minusMillis(500), AggressorSide.UNKNOWN)));
            records.add(trades.value(of(instrument, STOP.minusMillis(100), AggressorSide.UNKNOWN)));
        }
    }

    private void afterStop() {
        // Seen before, between those that are not settled, undecodable, and under a wrong key.
        records.add(copy(records.get(beforeStop - 1)));
        records.add(trades.value(of(OLD, STOP.minusMillis(300), AggressorSide.UNKNOWN)));
        records.add(trades.value(of(OLD, STOP, AggressorSide.UNKNOWN)));
        var poison = copy(records.get(0));
        poison.value = "poison".getBytes(UTF_8);
        records.add(poison);
        var wrong = copy(records.get(0));
        wrong.key = YOUNG.toString().getBytes(UTF_8);
        records.add(wrong);
        // A clock before any new bar: it carries the mark that is remembered.
        records.add(clock(YOUNG, STOP.plusMillis(400)));
        trade(STOP.plusSeconds(1), END, List.of(OLD, OLD, SLOW, YOUNG));
        for (var instrument : List.of(OLD, SLOW, YOUNG, SILENT)) {
            records.add(clock(instrument, END.plusHours(1)));
        }
    }

    /** Trades some seconds apart, some of them out of order, some numbers left out. */
    private void trade(Duration from, Duration to, List<InstrumentId> instruments) {
        for (var time = from; time.compareTo(to) < 0; time = time.plusMillis(2_000 + random.nextInt(10_000))) {
            var instrument = instruments.get(random.nextInt(instruments.size()));
            records.add(trades.value(of(instrument, time, side())));
            if (random.nextInt(8) == 0) {
                records.add(trades.value(of(instrument, time.minusMillis(random.nextInt(900)), side())));
            }
            if (random.nextInt(40) == 0) {
                sequences.merge(instrument, 2L, Long::sum);
            }
        }
    }

    private AggressorSide side() {
        var sides = AggressorSide.values();
        return sides[random.nextInt(sides.length)];
    }

    private Trade of(InstrumentId instrument, Duration time, AggressorSide side) {
        double swing = Math.sin(time.toSeconds() / 150.0) * 0.4;
        double price = prices.merge(
                instrument, 1_000.0, (last, start) -> Math.max(10, last + random.nextGaussian() * 0.9 + swing));
        return new Trade(
                instrument,
                TestRecords.START + time.toNanos(),
                sequences.merge(instrument, 1L, Long::sum),
                new Price(Math.round(price * 100) * 1_000_000),
                new Quantity(1 + random.nextInt(200_000_000)),
                side);
    }

    private KafkaRecord clock(InstrumentId instrument, Duration time) {
        return trades.clock(Clock.of(instrument, TestRecords.START + time.toNanos()));
    }

    private static KafkaRecord copy(KafkaRecord record) {
        return RecordJson.record(RecordJson.json(record));
    }

    private static List<KafkaRecord> numbered(List<KafkaRecord> records) {
        for (int i = 0; i < records.size(); i++) {
            TestRecords.at(records.get(i), i);
        }
        return records;
    }
}
