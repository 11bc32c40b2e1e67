package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.market.Bar;
import io.millrace.core.order.Action;
import io.millrace.core.order.IntentId;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.sizing.Sizing;
import io.millrace.core.strategy.RunnerState.StrategyMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shows bars to the strategies of an instrument and turns what they want into intents: a step function from (state, bar)
 * to (state, intents).
 *
 * <p>Of each strategy the version in effect at the bar's open time sees the bar, and no other. A version begins to warm
 * up with its first bar, but takes over its predecessor's wish: what that one was entered in, it can exit. A version
 * that is not enabled sees the bars and wants nothing. One that asks for clean inputs sees a bar of another quality too
 * and opens nothing on it; what it was entered in before, it may exit on any bar.
 *
 * <p>A sized strategy measures its bars, and its entries say what was measured; its exits close what it holds.
 */
public final class StrategyRunner {
    private final StrategyBook book;

    public StrategyRunner(StrategyBook book) {
        this.book = book;
    }

    /**
     * The intents that follow from a bar, by strategy id, then ordinal. Bars of one interval come in order of their open
     * time; bars of several intervals in order of the time they are known.
     *
     * @param eventTimeNanos when the bar was known
     */
    public List<OrderIntent> onBar(RunnerState state, Bar bar, long eventTimeNanos) {
        var intents = new ArrayList<OrderIntent>();
        for (String strategyId : book.strategyIds()) {
            book.effective(strategyId, bar.openTimeNanos())
                    .filter(spec -> spec.instrument().equals(bar.instrument()))
                    .ifPresent(spec -> step(state, spec, bar, eventTimeNanos, intents));
        }
        return intents;
    }

    private void step(RunnerState state, StrategySpec spec, Bar bar, long eventTimeNanos, List<OrderIntent> intents) {
        var memory = state.strategies.computeIfAbsent(spec.strategyId(), id -> new StrategyMemory());
        forgetReplacedVersions(memory, spec, bar);
        if (spec.intervalNanos() != bar.intervalNanos()) {
            return;
        }
        var strategy = LongFlat.of(spec);
        double[] before = memory.versions.get(spec.version());
        if (before != null) {
            strategy.restore(before);
        }
        strategy.resume(memory.entered);
        var sizing = sizing(spec, memory, bar);
        boolean opensNothing = spec.refuses(bar.quality()) && !strategy.isEntered();
        if (spec.enabled() && !opensNothing) {
            strategy.onBar(bar, intentsOf(spec, sizing, memory, eventTimeNanos, intents));
        } else {
            strategy.observe(bar);
        }
        memory.entered = strategy.isEntered();
        memory.versions.put(spec.version(), strategy.snapshot());
    }

    /** What the version's sizing asks for, this bar seen; null without one. */
    private static Sizing sizing(StrategySpec spec, StrategyMemory memory, Bar bar) {
        if (spec.sizing() == null) {
            return null;
        }
        var input = SizingInput.of(spec.sizing(), spec.intervalNanos());
        if (input.isEmpty()) {
            return spec.sizing();
        }
        double[] before = memory.sizings.get(spec.version());
        if (before != null) {
            input.get().restore(before);
        }
        input.get().update(BarValues.of(bar), memory.entered);
        memory.sizings.put(spec.version(), input.get().snapshot());
        return spec.sizing().measured(input.get().inputs());
    }

    /** A version sees no more bars once a bar of its interval went to a later one. */
    private void forgetReplacedVersions(StrategyMemory memory, StrategySpec effective, Bar bar) {
        memory.versions
                .keySet()
                .removeIf(version -> version < effective.version()
                        && book.version(effective.strategyId(), version)
                                .map(spec -> spec.intervalNanos() == bar.intervalNanos())
                                .orElse(true));
        memory.sizings.keySet().retainAll(memory.versions.keySet());
    }

    private static Consumer<Signal> intentsOf(
            StrategySpec spec, Sizing sizing, StrategyMemory memory, long eventTimeNanos, List<OrderIntent> intents) {
        return signal -> {
            // The event time numbers the intents, so that the numbers grow even past a state that was lost.
            memory.lastOrdinal = memory.lastOrdinal < eventTimeNanos ? eventTimeNanos : memory.lastOrdinal + 1;
            var intent = intent(spec, signal, memory.lastOrdinal, eventTimeNanos);
            intents.add(sizing == null ? intent : intent.sizedBy(signal.reduceOnly() ? Sizing.CLOSE : sizing));
        };
    }

    private static OrderIntent intent(StrategySpec spec, Signal signal, long ordinal, long eventTimeNanos) {
        var terms = OrderTerms.market(signal.side(), spec.quantity());
        return new OrderIntent(
                IntentId.of(spec.strategyId(), spec.version(), spec.instrument(), eventTimeNanos, ordinal),
                Action.SUBMIT,
                spec.strategyId(),
                spec.version(),
                spec.accountId(),
                spec.instrument(),
                ordinal,
                eventTimeNanos,
                Ordering.EVENT_TIME,
                signal.reduceOnly() ? terms.reducing() : terms,
                null,
                signal.reason());
    }
}
