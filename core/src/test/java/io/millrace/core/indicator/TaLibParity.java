package io.millrace.core.indicator;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.millrace.core.indicator.catalogue.Indicators;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** Compares values with TA-Lib's on all the series there are; it is ours only where a judge says that TA-Lib errs. */
final class TaLibParity {
    static final double TOLERANCE = 1e-9;
    static final Core CORE = new Core();

    private TaLibParity() {}

    /** What TA-Lib is called with, and where it says from which bar on it has values. */
    @FunctionalInterface
    interface Call {
        RetCode into(MInteger begin, MInteger count, double[] out);
    }

    /** Whether our value is right where it is further from TA-Lib's than the tolerance. */
    @FunctionalInterface
    interface Judge {
        boolean excuses(int bar, double ours, double theirs);
    }

    /** Series from walks of very small and very large prices. */
    static void onGeneratedSeries(BiConsumer<String, List<BarValues>> comparison) {
        double[] prices = {1e-3, 1.3, 1_000, 5e7};
        double[] steps = {1e-4, 2e-3, 3e-2};
        for (double price : prices) {
            for (double step : steps) {
                for (long seed = 0; seed < 3; seed++) {
                    comparison.accept("price " + price + " step " + step, BarSeries.random(seed, 3_000, price, step));
                }
            }
        }
    }

    /** Every symbol of every file of bars. */
    static void onRealBars(BiConsumer<String, List<BarValues>> comparison) {
        var files = BarSeries.files();
        assumeFalse(files.isEmpty(), "no bar files in ../shared/data beside the project: nothing to compare");
        for (var file : files) {
            BarSeries.read(file)
                    .forEach(
                            (symbol, bars) -> comparison.accept(file.getParent().getFileName() + " " + symbol, bars));
        }
    }

    static double[] opens(List<BarValues> bars) {
        return bars.stream().mapToDouble(BarValues::open).toArray();
    }

    static double[] highs(List<BarValues> bars) {
        return bars.stream().mapToDouble(BarValues::high).toArray();
    }

    static double[] lows(List<BarValues> bars) {
        return bars.stream().mapToDouble(BarValues::low).toArray();
    }

    static double[] closes(List<BarValues> bars) {
        return bars.stream().mapToDouble(BarValues::close).toArray();
    }

    static double[] volumes(List<BarValues> bars) {
        return bars.stream().mapToDouble(BarValues::volume).toArray();
    }

    /** Our values of one name, NaN before the first. */
    static double[] ours(String indicatorName, String valueName, List<BarValues> bars) {
        var indicator = Indicators.parse(indicatorName);
        int index = indicator.valueNames().indexOf(valueName);
        if (index < 0) {
            throw new AssertionError(indicatorName + " has no value " + valueName);
        }
        var values = new double[bars.size()];
        for (int i = 0; i < values.length; i++) {
            indicator.update(bars.get(i));
            if (indicator.isReady() != (i + 1 >= indicator.warmUp())) {
                throw new AssertionError(indicatorName + " is not ready after its " + indicator.warmUp() + " bars");
            }
            values[i] = indicator.isReady() ? indicator.value(index) : Double.NaN;
        }
        return values;
    }

    /** TA-Lib's values, NaN before the first. */
    static double[] theirs(int length, Call call) {
        var begin = new MInteger();
        var count = new MInteger();
        var out = new double[length];
        var code = call.into(begin, count, out);
        if (code != RetCode.Success) {
            throw new IllegalStateException("TA-Lib answered " + code);
        }
        var aligned = new double[length];
        Arrays.fill(aligned, Double.NaN);
        System.arraycopy(out, 0, aligned, begin.value, count.value);
        return aligned;
    }

    /** Both have values from the same bar on, and all equal to the tolerance times themselves or the scale. */
    static void equal(String what, double[] ours, double[] theirs, double scale, Judge judge) {
        for (int i = 0; i < ours.length; i++) {
            boolean equal = Double.isNaN(theirs[i])
                    ? Double.isNaN(ours[i])
                    : isClose(ours[i], theirs[i], scale) || judge.excuses(i, ours[i], theirs[i]);
            if (!equal) {
                throw new AssertionError(what + " at " + i + " is " + ours[i] + ", TA-Lib has " + theirs[i]);
            }
        }
    }

    static boolean isClose(double ours, double theirs, double scale) {
        double size = Math.max(scale, Math.max(Math.abs(ours), Math.abs(theirs)));
        return Math.abs(ours - theirs) <= TOLERANCE * size;
    }
}
