package io.millrace.core.proof;

import io.millrace.core.feature.FeatureSet;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Indicator;
import io.millrace.core.market.Bar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How many samples a value needs until it no longer depends on where its stream began: that many history must be loaded
 * before it is the one that everybody has. It is measured: one that starts with the stream and {@value #STARTS} that
 * start later see the same samples, and the slowest of them to agree with the first for good counts.
 *
 * <p>Two numbers agree if they differ by no more than the tolerance times the largest of both and the mean magnitude of
 * the value over the stream; two absent ones agree.
 *
 * @param value its name
 * @param samples how many it needs; empty if it did not agree for good on this stream
 * @param reason why it never agrees; empty if it does
 */
public record WarmUp(String value, OptionalInt samples, String reason) {
    /** Relative. */
    public static final double TOLERANCE = 1e-9;

    private static final int STARTS = 8;

    /** The part of its samples at the end through which a late one must have agreed, one in that many. */
    private static final int AGREED_PART = 10;

    private static final double SAME_DIFFERENCE = 1e-6;

    /** Of every value of an indicator. */
    public static List<WarmUp> ofIndicator(Supplier<? extends Indicator> fresh, List<BarValues> bars) {
        return measure(
                () -> {
                    var indicator = fresh.get();
                    return bar -> {
                        var values = new TreeMap<String, Double>();
                        indicator.update(bar);
                        indicator.values(values::put);
                        return values;
                    };
                },
                bars,
                TOLERANCE);
    }

    /** Of every feature of a set. */
    public static List<WarmUp> ofFeatures(Supplier<? extends FeatureSet> fresh, List<Bar> bars) {
        return measure(
                () -> {
                    var features = fresh.get();
                    return bar -> features.update(bar, bar.endTimeNanos()).values();
                },
                bars,
                TOLERANCE);
    }

    /**
     * Of every value of a step function, by name.
     *
     * @param fresh a new one that has seen nothing; a value that it does not name is absent
     */
    public static <E> List<WarmUp> measure(
            Supplier<? extends Function<? super E, Map<String, Double>>> fresh, List<E> stream, double tolerance) {
        var first = Run.of(fresh.get(), stream, 0);
        var late = new ArrayList<Run>();
        for (int i = 1; i <= STARTS; i++) {
            int start = (int) ((long) i * stream.size() / (2L * STARTS));
            late.add(Run.of(fresh.get(), stream, start));
        }
        return first.values.keySet().stream()
                .map(value -> measure(value, first, late, tolerance))
                .toList();
    }

    private static WarmUp measure(String value, Run first, List<Run> late, double tolerance) {
        double[] expected = first.of(value);
        double magnitude = meanMagnitude(expected);
        int samples = 0;
        for (Run run : late) {
            double[] actual = run.of(value);
            int last = expected.length - 1;
            while (last >= run.start && agree(expected[last], actual[last], tolerance, magnitude)) {
                last--;
            }
            int agreed = expected.length - 1 - last;
            int length = expected.length - run.start;
            if (agreed < Math.max(1, length / AGREED_PART)) {
                return new WarmUp(value, OptionalInt.empty(), reason(expected, actual, run.start));
            }
            samples = Math.max(samples, length - agreed + 1);
        }
        return new WarmUp(value, OptionalInt.of(samples), "");
    }

    private static double meanMagnitude(double[] values) {
        double mean = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                mean += (Math.abs(value) - mean) / ++count;
            }
        }
        return mean;
    }

    private static boolean agree(double a, double b, double tolerance, double magnitude) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) && Double.isNaN(b);
        }
        return Math.abs(a - b) <= tolerance * Math.max(magnitude, Math.max(Math.abs(a), Math.abs(b)));
    }

    private static String reason(double[] expected, double[] actual, int start) {
        int end = expected.length - 1;
        int middle = (start + end) / 2;
        double apart = actual[end] - expected[end];
        double before = actual[middle] - expected[middle];
        String where = " from the one that started " + start + " samples earlier";
        if (Double.isNaN(apart)) {
            return "only one of both has a value after " + (end - start + 1) + " samples";
        }
        return Math.abs(apart - before) <= SAME_DIFFERENCE * Math.abs(apart)
                ? "it is a sum without end: what came before its start is always missing, it stays " + apart + where
                : "after " + (end - start + 1) + " samples it is still " + apart + where;
    }

    @Override
    public String toString() {
        return value + ": " + (samples.isPresent() ? samples.getAsInt() + " samples" : "never, " + reason);
    }

    /** The values of one step function over a stream from a start on; NaN where absent. */
    private record Run(int start, int length, Map<String, double[]> values) {
        static <E> Run of(Function<? super E, Map<String, Double>> step, List<E> stream, int start) {
            var run = new Run(start, stream.size(), new TreeMap<>());
            for (int i = start; i < stream.size(); i++) {
                int position = i;
                step.apply(stream.get(i)).forEach((name, value) -> run.of(name)[position] = value);
            }
            return run;
        }

        double[] of(String name) {
            return values.computeIfAbsent(name, absent -> {
                var none = new double[length];
                Arrays.fill(none, Double.NaN);
                return none;
            });
        }
    }
}
