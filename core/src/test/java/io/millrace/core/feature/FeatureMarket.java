package io.millrace.core.feature;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.clock.Clock;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Quote;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random market for tests, and its way through the timeline and the engine. */
final class FeatureMarket {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.TEST");
    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    /** A Friday, 23:00 UTC: the weekend begins within the tests. */
    static final long START = 1_385_162_400L * SECOND;

    private static final List<AggressorSide> SIDES =
            List.of(AggressorSide.BUYER, AggressorSide.SELLER, AggressorSide.UNKNOWN);

    private FeatureMarket() {}

    /** What the engine is given: one of them. */
    record Step(SettledTrade trade, Quote quote, Bar bar, long knownAtNanos) {}

    /** In order, some at one time, with and without a side, with still prices, jumps and quiet minutes. */
    static List<Trade> trades(long seed, int count) {
        var random = new Random(seed);
        var trades = new ArrayList<Trade>();
        long time = START;
        long price = 900_00000000L;
        for (int i = 0; i < count; i++) {
            time += switch (random.nextInt(12)) {
                case 0 -> random.nextLong(90 * SECOND);
                case 1, 2 -> 0;
                default -> random.nextLong(20 * SECOND);
            };
            if (random.nextInt(3) > 0) {
                price += (random.nextInt(61) - 30) * 1_000_000L * (random.nextInt(50) == 0 ? 40 : 1);
            }
            price = Math.max(price, 10_00000000L);
            var side = SIDES.get(random.nextInt(3));
            var quantity = new Quantity(1 + random.nextLong(300_000_000));
            trades.add(new Trade(BTC, time, i + 1L, new Price(price), quantity, side));
        }
        return trades;
    }

    /** Quotes around the trades: some wide, some crossed, some at the very time of a trade. */
    static List<Quote> quotes(List<Trade> trades, long seed) {
        var random = new Random(seed);
        var quotes = new ArrayList<Quote>();
        for (Trade trade : trades) {
            for (int i = random.nextInt(4); i > 0; i--) {
                long time = trade.eventTimeNanos() + (random.nextBoolean() ? 0 : random.nextLong(3 * SECOND));
                long bid = trade.price().units() - (random.nextInt(7) - 1) * 1_000_000L;
                long ask = bid + (random.nextInt(9) - 1) * 1_000_000L;
                quotes.add(new Quote(
                        BTC,
                        time,
                        0,
                        new Price(bid),
                        new Quantity(random.nextLong(500_000_000)),
                        new Price(ask),
                        new Quantity(random.nextLong(500_000_000))));
            }
        }
        quotes.sort((a, b) -> Long.compare(a.eventTimeNanos(), b.eventTimeNanos()));
        return quotes;
    }

    /** Trades and bars in the timeline's order, each quote behind the trades of its time and before the bar's end. */
    static List<Step> steps(List<Trade> trades, List<Quote> quotes, List<Long> intervals) {
        var steps = new ArrayList<Step>();
        var nextQuote = new int[1];
        var timeline = new BarTimeline(intervals, 0);
        var state = new BarTimeline.State();
        var output = new BarTimeline.Output() {
            @Override
            public void trade(SettledTrade trade) {
                quotesBefore(trade.eventTimeNanos());
                steps.add(new Step(trade, null, null, 0));
            }

            @Override
            public void bar(Bar bar, long knownAtNanos) {
                quotesBefore(bar.endTimeNanos());
                steps.add(new Step(null, null, bar, knownAtNanos));
            }

            @Override
            public void clock(Clock clock) {}

            private void quotesBefore(long time) {
                while (nextQuote[0] < quotes.size() && quotes.get(nextQuote[0]).eventTimeNanos() < time) {
                    steps.add(new Step(null, quotes.get(nextQuote[0]++), null, 0));
                }
            }
        };
        trades.forEach(trade -> timeline.add(state, trade, output));
        long end = trades.get(trades.size() - 1).eventTimeNanos() + 60 * MINUTE;
        timeline.advance(state, Clock.of(trades.get(0).instrument(), end), output);
        return steps;
    }

    /** An engine with its memory of one instrument. */
    static final class Run {
        private final FeatureEngine engine;
        private final Map<String, double[]> memories = new HashMap<>();
        private final Tape tape = new Tape();
        private final List<FeatureVector> vectors = new ArrayList<>();

        Run(List<String> sets, List<Long> intervals) {
            engine = new FeatureEngine(sets, intervals);
        }

        Run take(List<Step> steps) {
            steps.forEach(this::take);
            return this;
        }

        void take(Step step) {
            if (step.trade() != null) {
                engine.trade(tape, step.trade());
            } else if (step.quote() != null) {
                engine.quote(tape, step.quote());
            } else {
                engine.bar(tape, store(memories), step.bar(), step.knownAtNanos(), vectors::add);
            }
        }

        List<FeatureVector> vectors() {
            return vectors;
        }
    }

    static FeatureEngine.Store store(Map<String, double[]> memories) {
        return new FeatureEngine.Store() {
            @Override
            public double[] get(String key) {
                return memories.get(key);
            }

            @Override
            public void put(String key, double[] memory) {
                memories.put(key, memory);
            }
        };
    }

    static List<FeatureVector> run(List<String> sets, List<Long> intervals, List<Step> steps) {
        return new Run(sets, intervals).take(steps).vectors();
    }
}
