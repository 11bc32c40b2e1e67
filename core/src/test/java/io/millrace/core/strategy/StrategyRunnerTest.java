package io.millrace.core.strategy;

import static io.millrace.core.strategy.Bars.MINUTE;
import static io.millrace.core.strategy.Bars.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.IntentId;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.sizing.Sizing;
import io.millrace.core.sizing.SizingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StrategyRunnerTest {
    private static final long LATENESS = 1_000_000_000L;

    /** Enters at a close above the one before, exits at one below: two bars warm it up. */
    private static final StrategySpec BREAKOUT =
            Bars.spec("volume-breakout", Map.of("period", 2.0, "exitPeriod", 1.0, "volumeRatio", 0.0));

    private final StrategyBook book = new StrategyBook();
    private final RunnerState state = new RunnerState();
    private int minute;

    private List<OrderIntent> show(double... closes) {
        var intents = new ArrayList<OrderIntent>();
        for (double close : closes) {
            intents.addAll(show(bar(minute++, close)));
        }
        return intents;
    }

    private List<OrderIntent> show(Bar bar) {
        return new StrategyRunner(book).onBar(state, bar, bar.endTimeNanos() + LATENESS);
    }

    @Test
    void anEntryBuysAndAnExitOnlyReduces() {
        book.put(BREAKOUT);
        var intents = show(100, 101, 102, 103, 99, 98);

        assertThat(intents)
                .extracting(OrderIntent::terms)
                .containsExactly(
                        OrderTerms.market(Side.BUY, Quantity.of("0.5")),
                        OrderTerms.market(Side.SELL, Quantity.of("0.5")).reducing());
        var entry = intents.get(0);
        long known = 3 * MINUTE + LATENESS;
        assertThat(entry.eventTimeNanos()).isEqualTo(known);
        assertThat(entry.intentId()).isEqualTo(IntentId.of("s1", 1, Bars.BTC, known, entry.ordinal()));
        assertThat(entry.ordering()).isEqualTo(Ordering.EVENT_TIME);
        assertThat(entry.accountId()).isEqualTo("acc-1");
        assertThat(entry.reason())
                .isEqualTo("close 102.0000000 above the high 101.0000000 on volume 1.00000, mean 1.00000");
    }

    @Test
    void aVersionSeesBarsThatOpenWhenItIsInEffect() {
        book.put(Bars.version(BREAKOUT, 1, true, 0));
        book.put(Bars.version(BREAKOUT, 2, true, 4));
        assertThat(show(100, 101, 102)).extracting(OrderIntent::strategyVersion).containsExactly(1L);
        assertThat(state.strategies.get("s1").versions).containsOnlyKeys(1L);
        show(103, 104);
        assertThat(state.strategies.get("s1").versions).containsOnlyKeys(2L);
    }

    @Test
    void theHighestVersionInEffectWins() {
        book.put(Bars.version(BREAKOUT, 2, true, 0));
        book.put(Bars.version(BREAKOUT, 1, true, 1));
        assertThat(book.effective("s1", 5 * MINUTE))
                .hasValueSatisfying(spec -> assertThat(spec.version()).isEqualTo(2));
        assertThat(book.effective("s1", -1)).isEmpty();
    }

    @Test
    void aNewVersionWarmsUpAndExitsWhatTheOldOneEntered() {
        book.put(Bars.version(BREAKOUT, 1, true, 0));
        book.put(Bars.version(BREAKOUT, 2, true, 4));
        var entered = show(100, 101, 102, 103);
        var exited = show(90, 80);

        assertThat(entered).extracting(OrderIntent::strategyVersion).containsExactly(1L);
        assertThat(exited).hasSize(1);
        assertThat(exited.get(0).strategyVersion()).isEqualTo(2);
        assertThat(exited.get(0).terms().reduceOnly()).isTrue();
        assertThat(exited.get(0).eventTimeNanos()).as("its second bar").isEqualTo(6 * MINUTE + LATENESS);
    }

    @Test
    void aDisabledVersionSeesBarsAndWantsNothing() {
        book.put(Bars.version(BREAKOUT, 1, false, 0));
        assertThat(show(100, 101, 102, 103, 50)).isEmpty();
        assertThat(state.strategies.get("s1").versions.get(1L)).isNotEmpty();
    }

    @Test
    void aStrategyThatAsksForCleanInputsOpensNothingOnADoubtfulBarAndMayStillExit() {
        int refused = QualityFlag.GAP.bit() | QualityFlag.OUTLIER.bit();
        book.put(new StrategySpec(
                "s1",
                1,
                "acc-1",
                Bars.BTC,
                BREAKOUT.kind(),
                MINUTE,
                Quantity.of("0.5"),
                BREAKOUT.parameters(),
                true,
                0,
                refused,
                null,
                null));
        show(100, 101);
        assertThat(show(doubtful(102, QualityFlag.GAP))).isEmpty();
        assertThat(show(doubtful(103, QualityFlag.STALE))).as("not refused").hasSize(1);
        var exit = show(doubtful(90, QualityFlag.OUTLIER));
        assertThat(exit).hasSize(1);
        assertThat(exit.get(0).terms().reduceOnly()).isTrue();
    }

    private Bar doubtful(double close, QualityFlag flag) {
        var bar = bar(minute++, close);
        return new Bar(
                bar.instrument(),
                bar.openTimeNanos(),
                bar.intervalNanos(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                bar.notional(),
                bar.buyVolume(),
                bar.tradeCount(),
                bar.lastTradeNanos(),
                bar.type(),
                bar.ordinal(),
                0,
                flag.bit());
    }

    @Test
    void whatWasEnteredBeforeItWasDisabledIsExitedAfter() {
        book.put(Bars.version(BREAKOUT, 1, true, 0));
        book.put(Bars.version(BREAKOUT, 2, false, 3));
        book.put(Bars.version(BREAKOUT, 3, true, 6));
        assertThat(show(100, 101, 102)).hasSize(1);
        assertThat(show(103, 50, 40)).isEmpty();
        assertThat(show(39, 38))
                .extracting(intent -> intent.terms().reduceOnly())
                .containsExactly(true);
    }

    @Test
    void ordinalsGrowAcrossVersionsAndPastALostState() {
        book.put(Bars.version(BREAKOUT, 1, true, 0));
        book.put(Bars.version(BREAKOUT, 2, true, 10));
        var intents = new ArrayList<OrderIntent>();
        for (int i = 0; i < 20; i++) {
            intents.addAll(show(i % 4 < 2 ? 100 + i : 90 - i));
        }
        state.strategies.clear();
        for (int i = 0; i < 20; i++) {
            intents.addAll(show(i % 4 < 2 ? 100 + i : 90 - i));
        }
        assertThat(intents)
                .hasSizeGreaterThan(6)
                .extracting(OrderIntent::strategyVersion)
                .contains(1L, 2L);
        assertThat(intents).extracting(OrderIntent::ordinal).isSorted().doesNotHaveDuplicates();
        assertThat(intents).extracting(OrderIntent::intentId).doesNotHaveDuplicates();
    }

    @Test
    void intentsOfOneBarComeByStrategyId() {
        for (String id : List.of("zebra", "ant", "mole")) {
            book.put(new StrategySpec(
                    id,
                    1,
                    "acc-" + id,
                    Bars.BTC,
                    BREAKOUT.kind(),
                    MINUTE,
                    Quantity.of("1"),
                    BREAKOUT.parameters(),
                    true,
                    0));
        }
        assertThat(show(100, 101, 102)).extracting(OrderIntent::strategyId).containsExactly("ant", "mole", "zebra");
    }

    @Test
    void barsOfAnotherIntervalOrInstrumentAreNotSeen() {
        book.put(BREAKOUT);
        book.put(new StrategySpec(
                "other",
                1,
                "acc-1",
                InstrumentId.of("ETH-USD.BITSTAMP"),
                BREAKOUT.kind(),
                MINUTE,
                Quantity.of("1"),
                BREAKOUT.parameters(),
                true,
                0));
        for (int i = 0; i < 5; i++) {
            assertThat(show(bar(5 * i, 5 * MINUTE, 100 + i, 100 + i, 100 + i, 1)))
                    .isEmpty();
        }
        assertThat(state.strategies).containsOnlyKeys("s1");
        assertThat(state.strategies.get("s1").versions).isEmpty();
        assertThat(book.intervalsOf(Bars.BTC)).containsExactly(MINUTE);
    }

    @Test
    void aStrategyThatMovedToAnotherInstrumentLeavesThisOne() {
        book.put(BREAKOUT);
        book.put(new StrategySpec(
                "s1",
                2,
                "acc-1",
                InstrumentId.of("ETH-USD.BITSTAMP"),
                BREAKOUT.kind(),
                MINUTE,
                Quantity.of("1"),
                BREAKOUT.parameters(),
                true,
                2 * MINUTE));
        assertThat(show(100, 101, 102, 103)).isEmpty();
    }

    @Test
    void intentsOfAPrefixAreAPrefixOfTheIntentsWhereverTheStateWasStored() {
        var sizings = List.of(
                        Sizing.of(SizingKind.ATR_RISK, Map.of("fraction", 0.01)),
                        Sizing.of(SizingKind.VOLATILITY_TARGET, Map.of("target", 0.2)),
                        Sizing.of(SizingKind.KELLY, Map.of("trades", 3.0)),
                        Sizing.of(SizingKind.FIXED, Map.of()))
                .iterator();
        for (StrategyKind kind : StrategyKind.values()) {
            book.put(new StrategySpec(
                    kind.word(),
                    1,
                    "acc-1",
                    Bars.BTC,
                    kind.word(),
                    MINUTE,
                    Quantity.of("1"),
                    new TreeMap<>(),
                    true,
                    0,
                    0,
                    null,
                    sizings.next()));
        }
        var bars = Bars.random(5, 600);
        var whole = run(bars, new RunnerState());
        var memory = new RunnerState();
        var parts = new ArrayList<>(run(bars.subList(0, 250), memory));
        assertThat(whole.subList(0, parts.size())).isEqualTo(parts);
        parts.addAll(run(bars.subList(250, 600), copyOf(memory)));
        assertThat(parts).isEqualTo(whole);
        assertThat(whole)
                .extracting(OrderIntent::strategyId)
                .contains("rsi-reversal", "macd-cross", "bollinger-reversion", "volume-breakout");
    }

    @Test
    void aSizedEntrySaysWhatWasMeasuredUpToItsBarAndTheExitCloses() {
        var sizing = Sizing.of(SizingKind.ATR_RISK, Map.of("fraction", 0.01, "period", 2.0));
        book.put(Bars.sized(BREAKOUT, 1, sizing));
        var intents = show(100, 101, 104, 105, 99);

        assertThat(intents)
                .extracting(OrderIntent::sizing)
                .containsExactly(sizing.measured(new TreeMap<>(Map.of("atr", 2.0))), Sizing.CLOSE);
        assertThat(intents)
                .extracting(OrderIntent::terms)
                .as("the quantity is the most")
                .containsExactly(
                        OrderTerms.market(Side.BUY, Quantity.of("0.5")),
                        OrderTerms.market(Side.SELL, Quantity.of("0.5")).reducing());
    }

    @Test
    void anEntryBeforeItsSizingIsMeasuredSaysSo() {
        var sizing = Sizing.of(SizingKind.ATR_RISK, Map.of("fraction", 0.01, "period", 3.0));
        book.put(Bars.sized(BREAKOUT, 1, sizing));
        assertThat(show(100, 101, 104)).extracting(OrderIntent::sizing).containsExactly(sizing);
    }

    @Test
    void aNewVersionMeasuresAnewAndTheOldMeasureIsForgotten() {
        var sizing = Sizing.of(SizingKind.VOLATILITY_TARGET, Map.of("target", 0.2, "period", 2.0));
        book.put(Bars.sized(BREAKOUT, 1, sizing));
        show(100, 101, 102);
        assertThat(state.strategies.get("s1").sizings).containsOnlyKeys(1L);
        book.put(Bars.version(BREAKOUT, 2, true, 3));
        show(103, 104);
        assertThat(state.strategies.get("s1").sizings).isEmpty();
    }

    @Test
    void aSizingThatCannotBeIsNamed() {
        assertThat(StrategyKind.errors(Bars.sized(BREAKOUT, 1, Sizing.of(SizingKind.ATR_RISK, Map.of()))))
                .containsExactly("atr-risk needs the parameter 'fraction'");
        assertThat(StrategyKind.errors(Bars.sized(BREAKOUT, 1, Sizing.CLOSE)))
                .containsExactly("sizing must be one for entries, was close: exits always close what is held");
    }

    @Test
    void aSpecificationThatCannotRunStaysOutOfTheBook() {
        assertThatThrownBy(() -> book.put(Bars.spec("martingale", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(book.strategyIds()).isEmpty();
    }

    private List<OrderIntent> run(List<Bar> bars, RunnerState memory) {
        var runner = new StrategyRunner(book);
        var intents = new ArrayList<OrderIntent>();
        bars.forEach(bar -> intents.addAll(runner.onBar(memory, bar, bar.endTimeNanos() + LATENESS)));
        return intents;
    }

    private static RunnerState copyOf(RunnerState state) {
        var copy = new RunnerState();
        state.strategies.forEach((id, memory) -> {
            var copied = new RunnerState.StrategyMemory();
            copied.entered = memory.entered;
            copied.lastOrdinal = memory.lastOrdinal;
            memory.versions.forEach((version, values) -> copied.versions.put(version, values.clone()));
            memory.sizings.forEach((version, values) -> copied.sizings.put(version, values.clone()));
            copy.strategies.put(id, copied);
        });
        return copy;
    }
}
