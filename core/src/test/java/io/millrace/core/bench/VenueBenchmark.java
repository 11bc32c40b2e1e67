package io.millrace.core.bench;

import io.millrace.core.clock.Clock;
import io.millrace.core.execution.InMemoryPaperStore;
import io.millrace.core.execution.LatencyModel;
import io.millrace.core.execution.PaperMarket;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.PaperOutput;
import io.millrace.core.execution.QueueModel;
import io.millrace.core.execution.SlippageModel;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.Trailing;
import io.millrace.core.order.VenueCommand;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Time per market event of the paper venue, from {@code trade()} to the reports, with its store in memory: a random walk of
 * trades that wait for a clock of risk, which comes every thousand of them, and orders of all kinds around the market; one
 * that is done is replaced by a new one.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VenueBenchmark {
    static final int EVENTS = 100_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    private static final long MILLI = 1_000_000;
    private static final int EVENTS_PER_CLOCK = 1_000;
    private static final int ACCOUNTS = 10;
    private static final long TICK = 1_000_000;
    private static final Instrument RULES = new Instrument(
            BTC, 1, "BTC", "USD", new Price(TICK), new Quantity(1), new Quantity(1), Quantity.of("1000"), 20, 10, 0);

    /** A market's prices, in ticks. */
    @State(Scope.Benchmark)
    public static class Walk {
        final Trade[] trades = new Trade[EVENTS];

        @Setup
        public void walk() {
            var random = new Random(1);
            long price = 100_000;
            for (int i = 0; i < EVENTS; i++) {
                price += random.nextInt(21) - 10;
                var quantity = new Quantity((1 + random.nextInt(100)) * 1_000_000L);
                trades[i] = new Trade(BTC, i * MILLI, i + 1, new Price(price * TICK), quantity, AggressorSide.BUYER);
            }
        }
    }

    /** What the processor spent, beside the time that passed: other work on the machine must not decide. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        public long nanos;
        public long events;
    }

    /** A venue with open orders. */
    @State(Scope.Thread)
    public static class Venue implements PaperOutput {
        @Param({"0", "100", "1000"})
        int openOrders;

        @Param({"first", "last"})
        String queue;

        final ArrayDeque<VenueCommand> next = new ArrayDeque<>();
        PaperMarket market;
        Blackhole blackhole;
        long reports;
        private final Random random = new Random(2);
        private int ids;
        private long price;
        private long nanos;

        @Setup(Level.Invocation)
        public void open() {
            var models = PaperModels.of(new LatencyModel(50 * MILLI), SlippageModel.fixed(1))
                    .with(QueueModel.parse(queue));
            market = new PaperMarket(1, models, (id, at) -> RULES, new InMemoryPaperStore(), this);
            price = 100_000;
            nanos = 0;
            next.clear();
            for (int i = 0; i < openOrders; i++) {
                order();
            }
        }

        /** A new order, within 1 % of the market. */
        private void order() {
            var id = "order-" + ids++;
            next.add(new VenueCommand(
                    id,
                    id,
                    Action.SUBMIT,
                    "paper",
                    "account-" + random.nextInt(ACCOUNTS),
                    "s",
                    BTC,
                    terms(),
                    Ordering.EVENT_TIME,
                    nanos));
        }

        private OrderTerms terms() {
            var one = Quantity.of("1");
            var below = new Price((price - 10 - random.nextInt(1_000)) * TICK);
            var above = new Price((price + 10 + random.nextInt(1_000)) * TICK);
            return switch (random.nextInt(6)) {
                case 0, 1 -> OrderTerms.limit(Side.BUY, one, below);
                case 2, 3 -> OrderTerms.limit(Side.SELL, one, above);
                case 4 -> OrderTerms.stopMarket(Side.SELL, one, below);
                default -> OrderTerms.trailingStop(Side.SELL, one, Trailing.byBps(50));
            };
        }

        @Override
        public void report(ExecutionReport report) {
            reports++;
            blackhole.consume(report);
            if (report.type() == ExecutionType.FILLED) {
                order();
            }
        }

        @Override
        public void clock(String accountId, Clock clock) {
            blackhole.consume(clock);
        }

        @Override
        public void dropped(VenueCommand command, String reason) {
            throw new IllegalStateException(reason);
        }
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long match(Walk walk, Venue venue, Processor processor, Blackhole blackhole) {
        venue.blackhole = blackhole;
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < EVENTS; i++) {
            if (i % EVENTS_PER_CLOCK == 0) {
                clock(venue, i * MILLI);
            }
            var trade = walk.trades[i];
            venue.price = trade.price().units() / TICK;
            venue.nanos = trade.eventTimeNanos();
            venue.market.trade(trade);
        }
        processor.nanos += THREADS.getCurrentThreadCpuTime() - before;
        processor.events += EVENTS;
        return venue.reports;
    }

    /** Risk has decided up to a time, and sent what it decided. */
    private static void clock(Venue venue, long nanos) {
        while (!venue.next.isEmpty()) {
            venue.market.command(venue.next.remove());
        }
        venue.market.riskClock(new Clock(BTC, 0, nanos, null, 0));
    }
}
