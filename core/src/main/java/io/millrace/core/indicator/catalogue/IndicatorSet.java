package io.millrace.core.indicator.catalogue;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Indicator;
import io.millrace.core.indicator.IndicatorSnapshot;
import io.millrace.core.market.Bar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Several indicators of one series of bars. */
public final class IndicatorSet {
    private final List<Indicator> indicators;

    private IndicatorSet(List<Indicator> indicators) {
        this.indicators = List.copyOf(indicators);
    }

    /**
     * New indicators that have seen nothing.
     *
     * @throws IllegalArgumentException if a name is wrong or comes twice
     */
    public static IndicatorSet of(List<String> names) {
        var indicators = new ArrayList<Indicator>();
        var seen = new HashSet<String>();
        for (String name : names) {
            var indicator = Indicators.parse(name);
            if (!seen.add(indicator.name())) {
                throw new IllegalArgumentException("indicator " + indicator.name() + " comes twice");
            }
            indicators.add(indicator);
        }
        return new IndicatorSet(indicators);
    }

    /** The {@link Indicators#STANDARD} set. */
    public static IndicatorSet standard() {
        return of(Indicators.STANDARD);
    }

    public List<Indicator> indicators() {
        return indicators;
    }

    /** Number of bars after which all of them have values. */
    public int warmUp() {
        return indicators.stream().mapToInt(Indicator::warmUp).max().orElse(0);
    }

    /**
     * Shows the bar to all indicators.
     *
     * @param eventTimeNanos when the bar was known
     * @return the values of those that are ready; empty while none is
     */
    public Optional<IndicatorSnapshot> update(Bar bar, long eventTimeNanos) {
        var values = new TreeMap<String, Double>();
        var numbers = BarValues.of(bar);
        for (Indicator indicator : indicators) {
            indicator.update(numbers);
            indicator.values(values::put);
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(IndicatorSnapshot.of(bar, eventTimeNanos, values));
    }

    /** The memory of each by its name: an indicator that is added or taken away later leaves the others' as they are. */
    public SortedMap<String, double[]> snapshot() {
        var states = new TreeMap<String, double[]>();
        indicators.forEach(indicator -> states.put(indicator.name(), indicator.snapshot()));
        return states;
    }

    /** Continues from a {@link #snapshot()}; an indicator that it does not know begins to warm up. */
    public void restore(Map<String, double[]> states) {
        for (Indicator indicator : indicators) {
            double[] state = states.get(indicator.name());
            if (state != null) {
                indicator.restore(state);
            }
        }
    }
}
