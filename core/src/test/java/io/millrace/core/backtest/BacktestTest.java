package io.millrace.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.Clock;
import io.millrace.core.execution.LatencyModel;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.SlippageModel;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityRules;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.risk.ControlBook;
import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.TradingMode;
import io.millrace.core.strategy.StrategyBook;
import io.millrace.core.strategy.StrategySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Platform PLATFORM = new Platform(
            List.of(MINUTE),
            Duration.ofSeconds(1).toNanos(),
            10 * MINUTE,
            QualityRules.STANDARD,
            PaperModels.of(new LatencyModel(50_000_000), SlippageModel.fixed(2)));
    private static final List<InstrumentId> INSTRUMENTS =
            List.of(InstrumentId.of("BTC-USD.X"), InstrumentId.of("ETH-USD.X"), InstrumentId.of("SOL-USD.X"));

    /** What comes out, apart from bars. */
    private static final class Heard implements BacktestOutput {
        private final List<Object> all = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();

        @Override
        public void decided(RiskDecision decision) {
            all.add(decision);
        }

        @Override
        public void report(ExecutionReport report) {
            all.add(report);
        }

        @Override
        public void equity(EquityPoint point) {
            all.add(point);
        }

        @Override
        public void refused(Trade trade, Refusal refusal) {
            refusals.add(refusal);
        }

        /** In an order that says nothing of what came first. */
        private List<String> sorted() {
            return all.stream().map(Object::toString).sorted().toList();
        }
    }

    @Test
    void saysTheSameHoweverInstrumentsAreMixed() {
        var byInstrument =
                INSTRUMENTS.stream().flatMap(id -> trades(id).stream()).toList();
        var byTime = byInstrument.stream()
                .sorted(Comparator.comparingLong(Trade::eventTimeNanos))
                .toList();
        var one = run(byInstrument);
        var other = run(byTime);
        assertThat(one.all.stream().filter(ExecutionReport.class::isInstance)).hasSizeGreaterThan(10);
        assertThat(one.sorted()).isEqualTo(other.sorted());
    }

    @Test
    void takesATradeOnce() {
        var trades = trades(INSTRUMENTS.get(0));
        var twice = new ArrayList<Trade>();
        for (int i = 0; i < trades.size(); i++) {
            twice.add(trades.get(i));
            if (i % 10 == 9) {
                twice.addAll(trades.subList(i - 9, i + 1));
            }
        }
        assertThat(run(twice).sorted()).isEqualTo(run(trades).sorted());
    }

    @Test
    void saysWhichTradesAreInNoBar() {
        var trades = new ArrayList<>(trades(INSTRUMENTS.get(0)));
        long last = trades.get(trades.size() - 1).eventTimeNanos();
        trades.add(trade(INSTRUMENTS.get(0), last - 30 * MINUTE, trades.size() + 1, 10_000, "1"));
        trades.add(trade(INSTRUMENTS.get(0), last + Duration.ofDays(300).toNanos(), trades.size() + 1, 10_000, "1"));
        trades.add(trade(INSTRUMENTS.get(0), last + 1, trades.size() + 1, 10_000, "1"));
        trades.add(trade(INSTRUMENTS.get(0), last + 2, trades.size() + 1, 10_000, "-1"));
        assertThat(run(trades).refusals)
                .containsExactly(
                        BacktestOutput.Refusal.LATE, BacktestOutput.Refusal.FUTURE, BacktestOutput.Refusal.INVALID);
    }

    private static Heard run(List<Trade> trades) {
        var control = new ControlBook();
        var strategies = new StrategyBook();
        var limits = new Limits(
                Money.of("50000"),
                Money.of("60000"),
                Money.of("100000"),
                30_000,
                Money.of("100000"),
                100,
                100,
                Duration.ofSeconds(10));
        control.put(new Policy("house", 1, TradingMode.NORMAL, limits, limits, limits, 0));
        control.put(new Account("alpha", 1, "USD", Money.of("100000"), "house", 0));
        for (var id : INSTRUMENTS) {
            control.put(new Instrument(
                    id,
                    1,
                    id.symbol(),
                    "USD",
                    Price.of("0.01"),
                    Quantity.of("0.001"),
                    Quantity.of("0.001"),
                    Quantity.of("500"),
                    20,
                    10,
                    0));
            var spec = new StrategySpec(
                    "reversal-" + id.symbol(),
                    1,
                    "alpha",
                    id,
                    "rsi-reversal",
                    MINUTE,
                    Quantity.of("2"),
                    new TreeMap<>(),
                    true,
                    0);
            control.put(spec);
            strategies.put(spec);
        }
        var heard = new Heard();
        var backtest = new Backtest(PLATFORM, strategies, control, heard);
        trades.forEach(backtest::trade);
        INSTRUMENTS.forEach(id -> backtest.clock(Clock.of(id, trades.get(0).eventTimeNanos() + 400 * MINUTE)));
        return heard;
    }

    /** Some five hours. */
    private static List<Trade> trades(InstrumentId instrument) {
        var random = new Random(instrument.toString().hashCode());
        var trades = new ArrayList<Trade>();
        long now = Duration.ofDays(16_000).toNanos();
        long cents = 10_000;
        for (int i = 1; i <= 3_000; i++) {
            now += 1 + random.nextInt(12_000) * 1_000_000L;
            cents = Math.max(100, cents + random.nextInt(41) - 20);
            trades.add(trade(instrument, now, i, cents, "1.5"));
        }
        return trades;
    }

    private static Trade trade(InstrumentId instrument, long nanos, long sequence, long cents, String quantity) {
        return new Trade(
                instrument,
                nanos,
                sequence,
                new Price(cents * 1_000_000),
                Quantity.of(quantity),
                AggressorSide.UNKNOWN);
    }
}
