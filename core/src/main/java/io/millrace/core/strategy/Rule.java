package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Stateful;
import java.util.Optional;

/** When to buy and when to sell again. */
interface Rule extends Stateful {
    /** Number of bars it must have seen before it can have a reason. */
    int warmUp();

    /**
     * Sees the next bar.
     *
     * @param entered whether the reason looked for is one to get out, else one to get in
     * @return the reason in words, if there is one
     */
    Optional<String> reasonToTurn(BarValues bar, boolean entered);
}
