package io.millrace.streams;

import static io.millrace.streams.Samples.BTC;
import static io.millrace.streams.Samples.ETH;
import static io.millrace.streams.Samples.MINUTE;
import static io.millrace.streams.Samples.SECOND;
import static io.millrace.streams.Samples.START;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.kafka.streams.test.TestRecord;

/**
 * A made-up market of two instruments, and what strategies of three accounts want after each bar of a minute. Like the real
 * signals it is sent at least once: some of it comes twice.
 */
final class Feed {
    /** Where it goes; clocks of signals go to every partition. */
    interface Sink {
        void send(Topic<?> topic, TestRecord<byte[], byte[]> sent);
    }

    /** A version of something that people decided. */
    record Version<V>(Topic<V> topic, V value) {
        TestRecord<byte[], byte[]> in(Wire wire) {
            return wire.value(topic, value);
        }
    }

    private static final List<Account> ACCOUNTS =
            List.of(Samples.account("A"), Samples.account("B"), Samples.account("C"));
    private static final List<Instrument> INSTRUMENTS = List.of(Samples.instrument(BTC), Samples.instrument(ETH));
    private static final List<StrategySpec> STRATEGIES = List.of(
            Samples.strategy("s1", "A", BTC),
            Samples.strategy("s2", "A", ETH),
            Samples.strategy("s3", "B", BTC),
            Samples.strategy("s4", "C", ETH),
            Samples.strategy("s5", "A", BTC));
    private static final long LATENESS = SECOND;

    private final SplittableRandom random = new SplittableRandom(42);
    private final Map<InstrumentId, Trade> latest = new HashMap<>();
    private final Map<String, Long> ordinals = new HashMap<>();
    private final Wire wire;
    private final int bars;

    Feed(Wire wire, int bars) {
        this.wire = wire;
        this.bars = bars;
        latest.put(BTC, Samples.trade(BTC, 0, START, "800"));
        latest.put(ETH, Samples.trade(ETH, 0, START, "30"));
    }

    /** What has to be known before anything is fed. */
    static void control(Consumer<Version<?>> sink) {
        ACCOUNTS.forEach(account -> sink.accept(new Version<>(Topics.ACCOUNTS, account)));
        STRATEGIES.forEach(strategy -> sink.accept(new Version<>(Topics.STRATEGIES, strategy)));
        INSTRUMENTS.forEach(instrument -> sink.accept(new Version<>(Topics.INSTRUMENTS, instrument)));
        sink.accept(new Version<>(Topics.POLICIES, Samples.policy()));
    }

    void into(Sink loop) {
        for (int bar = 0; bar < bars; bar++) {
            bar(bar, loop);
        }
        end(loop);
    }

    /** The trades of one minute and what follows from them; to be asked for in order. */
    void bar(int bar, Sink loop) {
        long open = START + bar * MINUTE;
        for (var instrument : List.of(BTC, ETH)) {
            trades(loop, instrument, open);
            signals(loop, instrument, open + MINUTE + LATENESS);
        }
    }

    /** The next trade of an instrument, stamped with a time that is not its own. */
    void ahead(InstrumentId instrument, long nanos, Sink loop) {
        var before = latest.get(instrument);
        var next = Samples.trade(instrument, before.sequence() + 1, nanos, "1");
        loop.send(Topics.TRADES, wire.value(Topics.TRADES, next));
        latest.put(
                instrument,
                new Trade(
                        instrument,
                        before.eventTimeNanos(),
                        next.sequence(),
                        before.price(),
                        before.quantity(),
                        before.aggressor()));
    }

    /** Nothing more will come. */
    void end(Sink loop) {
        for (var instrument : List.of(BTC, ETH)) {
            loop.send(Topics.TRADES, wire.clock(instrument.toString(), Clock.of(instrument, endNanos())));
            loop.send(Topics.INTENTS, wire.clock(instrument.toString(), clock(instrument, endNanos())));
        }
    }

    long endNanos() {
        return START + (bars + 60) * MINUTE;
    }

    private void trades(Sink loop, InstrumentId instrument, long open) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            times.add(open + random.nextLong(60) * SECOND);
        }
        times.sort(null);
        for (long time : times) {
            var before = latest.get(instrument);
            var trade = new Trade(
                    instrument,
                    time,
                    before.sequence() + 1,
                    new Price(before.price().units() + random.nextLong(-50, 51) * 1_000_000),
                    new Quantity(random.nextInt(10) == 0 ? 0 : random.nextLong(1, 100) * 1_000_000),
                    AggressorSide.UNKNOWN);
            latest.put(instrument, trade);
            loop.send(Topics.TRADES, wire.value(Topics.TRADES, trade));
            if (random.nextInt(20) == 0) {
                loop.send(Topics.TRADES, wire.value(Topics.TRADES, before.sequence() == 0 ? trade : before));
            }
        }
    }

    private void signals(Sink loop, InstrumentId instrument, long known) {
        for (var strategy : STRATEGIES) {
            if (strategy.instrument().equals(instrument) && random.nextInt(100) < 50) {
                long ordinal = ordinals.merge(strategy.strategyId(), 1L, Long::sum);
                var intent = Samples.intent(
                        strategy.strategyId(), strategy.accountId(), instrument, ordinal, known, terms(instrument));
                loop.send(Topics.INTENTS, wire.value(Topics.INTENTS, intent));
                if (random.nextInt(5) == 0) {
                    loop.send(Topics.INTENTS, wire.value(Topics.INTENTS, intent));
                }
            }
        }
        var clock = clock(instrument, known);
        loop.send(Topics.INTENTS, wire.clock(instrument.toString(), clock));
        if (random.nextInt(5) == 0) {
            loop.send(Topics.INTENTS, wire.clock(instrument.toString(), clock));
        }
    }

    private OrderTerms terms(InstrumentId instrument) {
        var side = random.nextBoolean() ? Side.BUY : Side.SELL;
        var quantity = new Quantity(random.nextLong(1, 200) * 1_000_000);
        if (random.nextBoolean()) {
            return OrderTerms.market(side, quantity);
        }
        long away = random.nextLong(-100, 101) * 1_000_000;
        return OrderTerms.limit(
                side, quantity, new Price(latest.get(instrument).price().units() + away));
    }

    private Clock clock(InstrumentId instrument, long nanos) {
        var trade = latest.get(instrument);
        return new Clock(instrument, 0, nanos, trade.price(), trade.eventTimeNanos());
    }
}
