package io.millrace.core.indicator.catalogue;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Indicator;
import io.millrace.core.indicator.IndicatorSnapshot;
import io.millrace.core.market.Bar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Several indicators of one series of bars. Its names are read once: one set can serve many series in turn, by
 * {@link #restore} before and {@link #snapshot} after.
 */
public final class IndicatorSet {
    private final List<Indicator> indicators;

    /** The memory of each that has seen nothing. */
    private final double[][] blank;

    /** The names of all values, ascending. */
    private final String[] valueNames;

    /** For each indicator the place of each of its values among {@link #valueNames}. */
    private final int[][] places;

    private IndicatorSet(List<Indicator> indicators) {
        this.indicators = List.copyOf(indicators);
        blank = indicators.stream().map(Indicator::snapshot).toArray(double[][]::new);
        valueNames = indicators.stream()
                .flatMap(indicator -> indicator.valueNames().stream())
                .sorted()
                .toArray(String[]::new);
        places = indicators.stream()
                .map(indicator -> indicator.valueNames().stream()
                        .mapToInt(name -> Arrays.binarySearch(valueNames, name))
                        .toArray())
                .toArray(int[][]::new);
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
        var values = update(BarValues.of(bar));
        return values.isEmpty() ? Optional.empty() : Optional.of(IndicatorSnapshot.of(bar, eventTimeNanos, values));
    }

    /**
     * Shows the bar to all indicators.
     *
     * @return the values of those that are ready, by name; not to be changed
     */
    public SortedMap<String, Double> update(BarValues bar) {
        var values = new double[valueNames.length];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            var indicator = indicators.get(i);
            indicator.update(bar);
            if (indicator.isReady()) {
                int[] place = places[i];
                for (int k = 0; k < place.length; k++) {
                    values[place[k]] = indicator.value(k);
                }
                count += place.length;
            }
        }
        return count == values.length ? new NamedValues(valueNames, values) : ready(values);
    }

    /** Shows the bar to all indicators and asks for no values. */
    public void observe(BarValues bar) {
        for (int i = 0; i < places.length; i++) {
            indicators.get(i).update(bar);
        }
    }

    /** Without the values of those that still warm up. */
    private SortedMap<String, Double> ready(double[] values) {
        var ready = new TreeMap<String, Double>();
        for (int i = 0; i < places.length; i++) {
            if (indicators.get(i).isReady()) {
                for (int place : places[i]) {
                    ready.put(valueNames[place], values[place]);
                }
            }
        }
        return ready;
    }

    /** The memory of each by its name: an indicator that is added or taken away later leaves the others' as they are. */
    public SortedMap<String, double[]> snapshot() {
        var states = new TreeMap<String, double[]>();
        indicators.forEach(indicator -> states.put(indicator.name(), indicator.snapshot()));
        return states;
    }

    /**
     * Continues from a {@link #snapshot()}, whatever it has seen before; an indicator that the snapshot does not know
     * begins to warm up.
     */
    public void restore(Map<String, double[]> states) {
        for (int i = 0; i < blank.length; i++) {
            var indicator = indicators.get(i);
            indicator.restore(states.getOrDefault(indicator.name(), blank[i]));
        }
    }
}
