package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.StateReader;
import io.millrace.core.indicator.StateWriter;
import io.millrace.core.sizing.Measured;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the strategy's own round trips went, taken at the closes of the bars on which it wished to turn: whether risk let
 * the orders through or a venue filled them does not count, nor do fees. A trip without gain or loss is a loss.
 */
final class OddsInput implements SizingInput {
    private final int least;
    private boolean inside;
    private double entry = Double.NaN;
    private double lastClose = Double.NaN;
    private int wins;
    private int losses;
    private double gained;
    private double lost;

    /** @param least round trips before anything is said */
    OddsInput(int least) {
        this.least = least;
    }

    @Override
    public void update(BarValues bar, boolean entered) {
        if (entered && !inside) {
            entry = lastClose;
        } else if (!entered && inside && entry > 0) {
            count(lastClose / entry - 1);
        }
        inside = entered;
        lastClose = bar.close();
    }

    private void count(double gain) {
        if (gain > 0) {
            wins++;
            gained += gain;
        } else {
            losses++;
            lost -= gain;
        }
    }

    @Override
    public SortedMap<String, Double> inputs() {
        if (wins + losses < least || wins == 0 || lost <= 0) {
            return Collections.emptySortedMap();
        }
        return new TreeMap<>(Map.of(
                Measured.WIN_RATE,
                wins / (double) (wins + losses),
                Measured.PAYOFF,
                (gained / wins) / (lost / losses)));
    }

    @Override
    public String name() {
        return "odds(" + least + ")";
    }

    @Override
    public int stateSize() {
        return 7;
    }

    @Override
    public void save(StateWriter out) {
        out.put(inside ? 1 : 0);
        out.put(entry);
        out.put(lastClose);
        out.put(wins);
        out.put(losses);
        out.put(gained);
        out.put(lost);
    }

    @Override
    public void load(StateReader in) {
        inside = in.take() != 0;
        entry = in.take();
        lastClose = in.take();
        wins = (int) in.take();
        losses = (int) in.take();
        gained = in.take();
        lost = in.take();
    }
}
