package io.millrace.core.bench;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.Liquidity;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.Account.Costs;
import io.millrace.core.portfolio.Account.Positions;
import io.millrace.core.portfolio.Portfolio;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Time per fill of an account that trades ten instruments back and forth: positions open, grow, shrink, close and go
 * through zero, and every fill revalues its instrument and the account. Each fill comes with an instrument of its own, as
 * decoding makes it. Beside it the least that any accounting of a fill does: three sums in an array.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PortfolioBenchmark {
    static final int FILLS = 100_000;
    private static final int INSTRUMENTS = 10;
    private static final long SECOND = 1_000_000_000L;

    /** The fills, a second apart. */
    @State(Scope.Benchmark)
    public static class Fills {
        final ExecutionReport[] netting = new ExecutionReport[FILLS];
        final ExecutionReport[] currencies = new ExecutionReport[FILLS];
        final int[] instruments = new int[FILLS];

        @Setup
        public void draw() {
            var random = new Random(7);
            for (int i = 0; i < FILLS; i++) {
                instruments[i] = random.nextInt(INSTRUMENTS);
                var side = random.nextBoolean() ? Side.BUY : Side.SELL;
                var quantity = new Quantity((1 + random.nextInt(400)) * 10_000_000L);
                var price = new Price((50_000 + random.nextInt(2_000)) * 1_000_000L * (1 + instruments[i]));
                netting[i] = fill(i, instruments[i], side, quantity, price, "USD");
                currencies[i] = fill(i, instruments[i], side, quantity, price, instruments[i] < 5 ? "USD" : "EUR");
            }
        }

        private static ExecutionReport fill(
                int i, int instrument, Side side, Quantity quantity, Price price, String currency) {
            return new ExecutionReport(
                    "order-" + i,
                    "order-" + i,
                    2,
                    ExecutionType.FILLED,
                    "bench",
                    "bench",
                    InstrumentId.of("COIN" + instrument + "-" + currency + ".VENUE"),
                    side,
                    quantity,
                    quantity,
                    price,
                    quantity,
                    price.times(quantity).bps(5),
                    i,
                    i * SECOND,
                    "",
                    Liquidity.TAKER,
                    null,
                    null,
                    currency);
        }
    }

    /** Netting at average cost, one currency. */
    @Benchmark
    @OperationsPerInvocation(FILLS)
    public Portfolio netting(Fills fills) {
        return after(start(Positions.NETTING, Costs.AVERAGE), fills.netting, false);
    }

    /** Netting, first lots first. */
    @Benchmark
    @OperationsPerInvocation(FILLS)
    public Portfolio firstInFirstOut(Fills fills) {
        return after(start(Positions.NETTING, Costs.FIFO), fills.netting, false);
    }

    /** Hedging: half of the orders open, half reduce. */
    @Benchmark
    @OperationsPerInvocation(FILLS)
    public Portfolio hedging(Fills fills) {
        return after(start(Positions.HEDGING, Costs.AVERAGE), fills.netting, true);
    }

    /** Netting at average cost, half of the instruments in a second currency. */
    @Benchmark
    @OperationsPerInvocation(FILLS)
    public Portfolio twoCurrencies(Fills fills) {
        var euro = InstrumentId.of("EUR-USD.FX");
        return after(
                start(Positions.NETTING, Costs.AVERAGE)
                        .converting("EUR", euro, false)
                        .mark(euro, Price.of("1.1"), 0),
                fills.currencies,
                false);
    }

    /** Quantity, cash and cost of one slot in an array. */
    @Benchmark
    @OperationsPerInvocation(FILLS)
    public long threeSums(Fills fills) {
        var sums = new long[3 * INSTRUMENTS];
        for (int i = 0; i < FILLS; i++) {
            var fill = fills.netting[i];
            int at = 3 * fills.instruments[i];
            long notional = fill.lastPrice().times(fill.lastQuantity()).units();
            int sign = fill.side().sign();
            sums[at] += sign * fill.lastQuantity().units();
            sums[at + 1] -= sign * notional + fill.fee().units();
            sums[at + 2] += sign * notional;
        }
        return sums[0] + sums[1] + sums[2];
    }

    private static Portfolio start(Positions positions, Costs costs) {
        var account = new Account(
                "bench",
                1,
                "USD",
                Money.of("1000000"),
                "bench",
                0,
                Account.Type.MARGIN,
                positions,
                costs,
                new TreeMap<>(),
                "");
        return Portfolio.empty("bench").under(account).deposit(account.deposit(), 0);
    }

    private static Portfolio after(Portfolio start, ExecutionReport[] fills, boolean everySecondReduces) {
        var portfolio = start;
        for (int i = 0; i < FILLS; i++) {
            portfolio = portfolio.apply(fills[i], everySecondReduces && (i & 1) == 1);
        }
        return portfolio;
    }
}
