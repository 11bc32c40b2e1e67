package io.millrace.core.market.bar;

import io.millrace.core.market.SettledTrade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where bars end, computed by looking at everything from the start again for every trade: the formulas as the book has
 * them, on whole lists, in decimal numbers.
 */
final class NaiveBars {
    private NaiveBars() {}

    static BigDecimal measure(String by, SettledTrade trade) {
        var quantity = BigDecimal.valueOf(trade.quantityUnits(), 8);
        return switch (by) {
            case "tick" -> BigDecimal.ONE;
            case "volume" -> quantity;
            default -> quantity.multiply(BigDecimal.valueOf(trade.priceUnits(), 8));
        };
    }

    static List<List<SettledTrade>> filled(List<SettledTrade> trades, String by, BigDecimal threshold) {
        var bars = new ArrayList<List<SettledTrade>>();
        int begin = 0;
        for (int end = 1; end <= trades.size(); end++) {
            var bar = trades.subList(begin, end);
            var sum = bar.stream().map(trade -> measure(by, trade)).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(threshold) >= 0) {
                bars.add(bar);
                begin = end;
            }
        }
        return bars;
    }

    static List<List<SettledTrade>> imbalanced(
            List<SettledTrade> trades, String by, int first, int span, int min, int max) {
        var bars = new ArrayList<List<SettledTrade>>();
        int begin = 0;
        for (int end = 1; end <= trades.size(); end++) {
            var bar = trades.subList(begin, end);
            double theta = bar.stream().mapToDouble(trade -> signed(by, trade)).sum();
            if (closes(
                    bars,
                    bar.size(),
                    first,
                    min,
                    max,
                    () -> expectedLength(bars, span) * Math.abs(expectedImbalance(bars, by, first, span))
                            <= Math.abs(theta) * (1 + 1e-9))) {
                bars.add(bar);
                begin = end;
            }
        }
        return bars;
    }

    static List<List<SettledTrade>> runs(List<SettledTrade> trades, String by, int first, int span, int min, int max) {
        var bars = new ArrayList<List<SettledTrade>>();
        int begin = 0;
        for (int end = 1; end <= trades.size(); end++) {
            var bar = trades.subList(begin, end);
            double theta = Math.max(flow(bar, by, 1), flow(bar, by, -1));
            if (closes(
                    bars,
                    bar.size(),
                    first,
                    min,
                    max,
                    () -> expectedLength(bars, span) * expectedRun(bars, by, span) <= theta * (1 + 1e-9))) {
                bars.add(bar);
                begin = end;
            }
        }
        return bars;
    }

    private interface Condition {
        boolean holds();
    }

    private static boolean closes(
            List<List<SettledTrade>> bars, int size, int first, int min, int max, Condition condition) {
        if (bars.isEmpty()) {
            return size == first;
        }
        return size == max || (size >= min && condition.holds());
    }

    private static double expectedLength(List<List<SettledTrade>> bars, int span) {
        return ewma(bars, span, List::size);
    }

    private static double expectedImbalance(List<List<SettledTrade>> bars, String by, int first, int span) {
        double mean = bars.get(0).stream()
                .mapToDouble(trade -> signed(by, trade))
                .average()
                .orElseThrow();
        double weight = 2.0 / (span * first + 1);
        for (var bar : bars.subList(1, bars.size())) {
            for (var trade : bar) {
                mean = (1 - weight) * mean + weight * signed(by, trade);
            }
        }
        return mean;
    }

    private static double expectedRun(List<List<SettledTrade>> bars, String by, int span) {
        var sided =
                bars.stream().filter(bar -> count(bar, 1) + count(bar, -1) > 0).toList();
        double buyers = ewma(sided, span, bar -> count(bar, 1) / (double) (count(bar, 1) + count(bar, -1)));
        return Math.max(buyers * meanOf(bars, by, span, 1), (1 - buyers) * meanOf(bars, by, span, -1));
    }

    private static double meanOf(List<List<SettledTrade>> bars, String by, int span, int side) {
        var having = bars.stream().filter(bar -> count(bar, side) > 0).toList();
        return ewma(having, span, bar -> flow(bar, by, side) / count(bar, side));
    }

    /** Written out as a weighted sum: the latest has the weight w, the one before w × (1 − w), the first the rest. */
    private static double ewma(List<List<SettledTrade>> bars, int span, ToDoubleFunction<List<SettledTrade>> value) {
        double weight = 2.0 / (span + 1);
        double rest = 1;
        double sum = 0;
        for (int i = bars.size() - 1; i > 0; i--) {
            sum += rest * weight * value.applyAsDouble(bars.get(i));
            rest *= 1 - weight;
        }
        return bars.isEmpty() ? 0 : sum + rest * value.applyAsDouble(bars.get(0));
    }

    private static double signed(String by, SettledTrade trade) {
        return trade.side() * measure(by, trade).doubleValue();
    }

    private static long count(List<SettledTrade> bar, int side) {
        return bar.stream().filter(trade -> trade.side() == side).count();
    }

    private static double flow(List<SettledTrade> bar, String by, int side) {
        return bar.stream()
                .filter(trade -> trade.side() == side)
                .mapToDouble(trade -> measure(by, trade).doubleValue())
                .sum();
    }
}
