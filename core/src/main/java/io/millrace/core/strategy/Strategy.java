package io.millrace.core.strategy;

import io.millrace.core.indicator.Stateful;
import io.millrace.core.market.Bar;
import java.util.function.Consumer;

/**
 * A rule at work on one instrument: a step function from (memory, bar) to (memory, signals) whose memory is {@link
 * #snapshot()}.
 */
public interface Strategy extends Stateful {
    /** Sees the next bar and says what it wants. */
    void onBar(Bar bar, Consumer<Signal> out);

    /** Sees the next bar and wants nothing: what it is entered in stays as it is. */
    void observe(Bar bar);

    /** Number of bars it must have seen before it can want anything. */
    int warmUp();

    /** Whether it wanted in and has not wanted out since: its own wish, not the account's position. */
    boolean isEntered();

    /** Takes over the wish of the version before it. */
    void resume(boolean entered);

    /**
     * A new strategy that has seen nothing.
     *
     * @throws IllegalArgumentException if the specification is wrong; the message names every error
     */
    static Strategy of(StrategySpec spec) {
        var errors = StrategyKind.errors(spec);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(
                    "strategy " + spec.strategyId() + " version " + spec.version() + ": " + String.join("; ", errors));
        }
        return LongFlat.of(spec);
    }
}
