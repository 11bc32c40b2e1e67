package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.StateReader;
import io.millrace.core.indicator.StateWriter;
import io.millrace.core.indicator.volatility.Atr;
import io.millrace.core.sizing.Measured;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Wilder's average true range of the bars, in units of the quote currency. */
final class AtrInput implements SizingInput {
    private final Atr atr;

    AtrInput(int period) {
        atr = new Atr(period);
    }

    @Override
    public void update(BarValues bar, boolean entered) {
        atr.update(bar);
    }

    @Override
    public SortedMap<String, Double> inputs() {
        return atr.isReady() ? new TreeMap<>(Map.of(Measured.ATR, atr.value())) : Collections.emptySortedMap();
    }

    @Override
    public String name() {
        return atr.name();
    }

    @Override
    public int stateSize() {
        return atr.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        atr.save(out);
    }

    @Override
    public void load(StateReader in) {
        atr.load(in);
    }
}
