package io.millrace.core.market.bar;

import io.millrace.core.market.Bar;
import io.millrace.core.market.SettledTrade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Builds the bars of several types of one instrument: a function over the states of the types, without a memory of its
 * own.
 *
 * <p>It takes each trade once, in its place in the order, so the bars do not depend on the order of arrival within the
 * lateness bound. Every trade is in exactly one bar of each type. Where a bar's volume or value would no longer be a
 * count of 1e-8, the bar closes early, before that trade.
 */
public final class EventBars {
    private record Series(String type, BarRule rule) {}

    private final List<Series> series;

    /** Of those types; the bars of one trade come in the order of the types' names, however they are listed. */
    public EventBars(List<BarType> types) {
        var ordered = new ArrayList<Series>();
        for (BarType type : types) {
            ordered.add(new Series(type.toString(), type.kind().rule(type.parameters())));
        }
        ordered.sort(Comparator.comparing(Series::type));
        series = List.copyOf(ordered);
    }

    public boolean isEmpty() {
        return series.isEmpty();
    }

    /**
     * Counts a trade and closes the bars that it closes.
     *
     * @param states by type; one that is not there yet begins
     */
    public void add(Map<String, EventBarState> states, SettledTrade trade, Consumer<Bar> closed) {
        for (Series one : series) {
            var state = states.computeIfAbsent(one.type(), type -> new EventBarState());
            if (!state.bar.fits(trade)) {
                closed.accept(state.close(trade.instrument(), one.type()));
            }
            one.rule().add(state, trade, () -> closed.accept(state.close(trade.instrument(), one.type())));
        }
    }
}
