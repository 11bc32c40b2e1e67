package io.millrace.flink.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
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
 * What the jobs read when their savepoints are made, the same at every call: five instruments and strategies of all
 * kinds. At the stop there are open bars of every interval, trades whose side is not settled yet, indicators that are
 * warm (a minute of the old instruments) and others in the midst of their warm-up (five minutes, and the young
 * instrument), strategies that are in and others that are out, and an instrument that has gone silent with open bars.
 *
 * <p>Bars were restated by a late trade, a bust and a correction, and will be again; two trades from the future wait to
 * be confirmed and refuted; of the old instrument's minute something doubtful is not told yet, of trades and of quotes.
 * Its trades wait for quotes, the slow one's quotes for trades, and an instrument's bars for those of the old one.
 */
final class GoldenMarket {
    static final String TRADES = "trades";
    static final String QUOTES = "quotes";
    static final String STRATEGIES = "strategies";
    static final String MODELS = "models";

    private static final InstrumentId OLD = TestRecords.BTC;
    private static final InstrumentId SLOW = TestRecords.ETH;
    private static final InstrumentId YOUNG = InstrumentId.of("SOL-USD.TEST");
    private static final InstrumentId SILENT = InstrumentId.of("XRP-USD.TEST");
    private static final InstrumentId AHEAD = InstrumentId.of("ADA-USD.TEST");

    private static final Duration STOP = Duration.ofMinutes(45).plusSeconds(30);
    private static final Duration TAKE_OVER = Duration.ofMinutes(52);
    private static final Duration END = Duration.ofMinutes(60);
    /** Behind the end of every session. */
    private static final Duration LAST_CLOCK = Duration.ofHours(9);

    private static final Duration FUTURE = Duration.ofDays(3);

    private final Encoder<Trade> trades;
    private final Encoder<Quote> quotes;
    private final Encoder<StrategySpec> strategies;
    private final Encoder<RegimeModel> models;
    private final Random random = new Random(11);
    private final Map<InstrumentId, Long> sequences = new HashMap<>();
    private final Map<InstrumentId, Double> prices = new HashMap<>();
    private final List<KafkaRecord> records = new ArrayList<>();
    private final List<Trade> told = new ArrayList<>();
    private final List<KafkaRecord> quoted = new ArrayList<>();
    private final int beforeStop;
    private final int quotedBeforeStop;

    GoldenMarket(SchemaRegistry registry) {
        trades = new Encoder<>(Topics.TRADES, registry);
        quotes = new Encoder<>(Topics.QUOTES, registry);
        strategies = new Encoder<>(Topics.STRATEGIES, registry);
        models = new Encoder<>(Topics.MODELS, registry);
        untilStop();
        beforeStop = records.size();
        afterStop();
        quotesUntilStop();
        quotedBeforeStop = quoted.size();
        quotesAfterStop();
    }

    /** All records by input. */
    Map<String, List<KafkaRecord>> inputs() {
        return new TreeMap<>(Map.of(
                TRADES,
                numbered(records),
                QUOTES,
                numbered(quoted),
                STRATEGIES,
                withPoison(strategies()),
                MODELS,
                withPoison(models())));
    }

    private static List<KafkaRecord> withPoison(List<KafkaRecord> records) {
        var all = new ArrayList<>(records);
        var poison = copy(records.get(0));
        poison.key = "another key".getBytes(UTF_8);
        all.add(poison);
        return numbered(all);
    }

    /** How many of an input come before the stop. */
    Map<String, Integer> beforeStop() {
        return Map.of(
                TRADES,
                beforeStop,
                QUOTES,
                quotedBeforeStop,
                STRATEGIES,
                strategies().size(),
                MODELS,
                models().size());
    }

    /** The strategies and models that are known from the beginning. */
    List<KafkaRecord> control() {
        var all = new ArrayList<>(strategies());
        all.addAll(models());
        return all;
    }

    private List<KafkaRecord> models() {
        return numbered(List.of(
                models.value(TestModels.hmm(OLD, 1)),
                models.value(TestModels.rule(SLOW, 1)),
                models.value(TestModels.startingAfter(TestModels.rule(SLOW, 2), TAKE_OVER))));
    }

    private List<KafkaRecord> strategies() {
        var often = Map.of("period", 5.0, "oversold", 45.0, "overbought", 55.0);
        return numbered(List.of(
                strategy("rsi", 1, OLD, "rsi-reversal", 1, often),
                strategy("rsi", 2, OLD, "rsi-reversal", 1, Map.of("period", 3.0, "oversold", 45.0, "overbought", 55.0)),
                strategy("clean", 1, OLD, "rsi-reversal", 1, often, QualityFlag.GAP.bit() | QualityFlag.OUTLIER.bit()),
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
        return strategy(id, version, instrument, kind, minutes, parameters, 0);
    }

    private KafkaRecord strategy(
            String id,
            long version,
            InstrumentId instrument,
            String kind,
            int minutes,
            Map<String, Double> parameters,
            int cleanInputs) {
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
                TestRecords.START + (version == 1 ? Duration.ZERO : TAKE_OVER).toNanos(),
                cleanInputs,
                null,
                null));
    }

    private void untilStop() {
        trade(Duration.ofMinutes(-30), Duration.ZERO, List.of(OLD, OLD, SLOW));
        trade(Duration.ofSeconds(3), Duration.ofSeconds(9 * 60 + 30), List.of(OLD, OLD, SLOW, SILENT));
        trade(Duration.ofSeconds(9 * 60 + 31), Duration.ofMinutes(38), List.of(OLD, OLD, SLOW));
        // Too late where bars are not restated, and where they are.
        late(SLOW, Duration.ofMinutes(30));
        late(SLOW, Duration.ofMinutes(20));
        trade(Duration.ofMinutes(38), Duration.ofMinutes(42), List.of(OLD, OLD, SLOW, YOUNG));
        // More trades than a bar keeps with itself.
        for (int second = 0; second < 40; second++) {
            records.add(trades.value(of(OLD, Duration.ofMinutes(42).plusSeconds(second), side())));
        }
        trade(Duration.ofMinutes(42).plusSeconds(40), Duration.ofMinutes(44), List.of(OLD, OLD, SLOW, YOUNG));
        restate(Duration.ofMinutes(44), Duration.ofMinutes(38));
        outlier(Duration.ofMinutes(44));
        trade(Duration.ofMinutes(44), STOP.minusSeconds(1), List.of(OLD, OLD, SLOW, YOUNG));
        trade(Duration.ofMinutes(40), STOP.plusSeconds(100), List.of(AHEAD));
        records.add(trades.value(of(SILENT, FUTURE, AggressorSide.BUYER)));
        records.add(trades.value(of(AHEAD, FUTURE, AggressorSide.BUYER)));
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
        poison(records);
        // A clock before any new bar: it carries the mark that is remembered.
        records.add(clock(YOUNG, STOP.plusMillis(400)));
        // Of closed bars, of the one that is open at the stop, and of one that is not restated any more.
        restate(STOP.plusMillis(500), Duration.ofMinutes(40));
        bust(STOP.plusMillis(500), Duration.ofMinutes(44));
        bust(STOP.plusMillis(500), STOP.minusSeconds(10));
        bust(STOP.plusMillis(500), Duration.ofMinutes(20));
        trade(STOP.plusSeconds(1), END, List.of(OLD, OLD, SLOW, YOUNG));
        // The first refutes the trade from the future.
        trade(STOP.plusSeconds(110), STOP.plusMinutes(4), List.of(AHEAD));
        for (var instrument : List.of(OLD, SLOW, YOUNG, AHEAD)) {
            records.add(clock(instrument, LAST_CLOCK));
        }
        // It confirms the trade from the future.
        records.add(clock(SILENT, FUTURE));
    }

    private void quotesUntilStop() {
        quote(Duration.ofSeconds(5), Duration.ofMinutes(38), List.of(OLD, SLOW));
        quote(Duration.ofMinutes(38), Duration.ofMinutes(45), List.of(OLD, SLOW, YOUNG));
        quoted.add(quotes.value(quote(OLD, STOP.minusSeconds(20), -3)));
        quote(Duration.ofMinutes(45), STOP.plusSeconds(40), List.of(SLOW));
        quoted.add(copy(quoted.get(0)));
    }

    private void quotesAfterStop() {
        quoted.add(copy(quoted.get(quotedBeforeStop - 2)));
        poison(quoted);
        quoted.add(quotes.value(quote(SLOW, STOP.minusSeconds(30), 1)));
        quote(STOP.minusSeconds(15), STOP.plusSeconds(45), List.of(OLD));
        quote(STOP.plusSeconds(45), END, List.of(OLD, SLOW, YOUNG));
        for (var instrument : List.of(OLD, SLOW, YOUNG, AHEAD)) {
            quoted.add(quotes.clock(Clock.of(instrument, TestRecords.START + LAST_CLOCK.toNanos())));
        }
        quoted.add(quotes.clock(Clock.of(SILENT, TestRecords.START + FUTURE.toNanos())));
    }

    private static void poison(List<KafkaRecord> records) {
        var poison = copy(records.get(0));
        poison.value = "poison".getBytes(UTF_8);
        records.add(poison);
        var wrong = copy(records.get(0));
        wrong.key = YOUNG.toString().getBytes(UTF_8);
        records.add(wrong);
    }

    /** Quotes some seconds apart. */
    private void quote(Duration from, Duration to, List<InstrumentId> instruments) {
        for (var time = from; time.compareTo(to) < 0; time = time.plusMillis(5_000 + random.nextInt(20_000))) {
            quoted.add(quotes.value(quote(instruments.get(random.nextInt(instruments.size())), time, 1)));
        }
    }

    private Quote quote(InstrumentId instrument, Duration time, int spread) {
        long bid = 1_000L + random.nextInt(50);
        return new Quote(
                instrument,
                TestRecords.START + time.toNanos(),
                quoted.size() + 1,
                Price.of(Long.toString(bid)),
                new Quantity(1 + random.nextInt(200_000_000)),
                Price.of(Long.toString(bid + spread)),
                new Quantity(1 + random.nextInt(200_000_000)));
    }

    /** A late trade, a bust and a correction of the old instrument's closed bars from a time on. */
    private void restate(Duration now, Duration from) {
        late(OLD, from.plusSeconds(30));
        bust(now, from.plusMinutes(2));
        var wrong = told(from.plusMinutes(3));
        var right = new Price(wrong.price().units() + 500_000_000);
        about(now, wrong, TradeAction.CORRECT, right);
    }

    private void late(InstrumentId instrument, Duration time) {
        records.add(trades.value(of(instrument, time, AggressorSide.BUYER)));
    }

    private void bust(Duration now, Duration time) {
        var trade = told(time);
        about(now, trade, TradeAction.BUST, trade.price());
    }

    private void outlier(Duration time) {
        var trade = of(OLD, time, AggressorSide.BUYER);
        var far = new Price(trade.price().units() * 2);
        records.add(trades.value(
                new Trade(OLD, trade.eventTimeNanos(), trade.sequence(), far, trade.quantity(), trade.aggressor())));
    }

    private void about(Duration now, Trade trade, TradeAction action, Price price) {
        records.add(trades.value(new Trade(
                trade.instrument(),
                TestRecords.START + now.toNanos(),
                sequences.merge(trade.instrument(), 1L, Long::sum),
                price,
                trade.quantity(),
                trade.aggressor(),
                action,
                trade.sequence())));
    }

    /** The old instrument's first trade from a time on. */
    private Trade told(Duration from) {
        return told.stream()
                .filter(trade -> trade.instrument().equals(OLD))
                .filter(trade -> trade.eventTimeNanos() >= TestRecords.START + from.toNanos())
                .findFirst()
                .orElseThrow();
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
        var trade = new Trade(
                instrument,
                TestRecords.START + time.toNanos(),
                sequences.merge(instrument, 1L, Long::sum),
                new Price(Math.round(price * 100) * 1_000_000),
                new Quantity(1 + random.nextInt(200_000_000)),
                side);
        told.add(trade);
        return trade;
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
