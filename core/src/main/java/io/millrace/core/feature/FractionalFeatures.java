package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import java.util.Arrays;
import java.util.List;

/**
 * Fractional differences of ln close: stationary as returns are, with more of the memory that prices have. Fixed-width
 * window: López de Prado, "Advances in Financial Machine Learning" (2018), chapter 5; Hosking, "Fractional Differencing"
 * (1981).
 *
 * <p>(1 − B)^d x = Σ w(k) x(k bars before), w(0) = 1, w(k) = −w(k − 1) (d − k + 1) / k, cut off before the first weight
 * below 0.001 in magnitude. Warm-up: as many bars as there are weights.
 */
final class FractionalFeatures extends Family {
    private static final double SMALLEST_WEIGHT = 1e-3;
    private static final double[] ORDERS = {0.3, 0.4, 0.5};

    private static final double[][] WEIGHTS =
            Arrays.stream(ORDERS).mapToObj(FractionalFeatures::weights).toArray(double[][]::new);
    private static final List<Feature> FEATURES = List.of(feature(0), feature(1), feature(2));

    private final Ring logCloses = new Ring(WEIGHTS[0].length);

    /** The weights of an order between 0 and 1, that of the latest sample first. */
    static double[] weights(double order) {
        var weights = new double[1];
        weights[0] = 1;
        int count = 1;
        for (double next = -order; Math.abs(next) >= SMALLEST_WEIGHT; count++) {
            weights = count == weights.length ? Arrays.copyOf(weights, 2 * count) : weights;
            weights[count] = next;
            next = -next * (order - count) / (count + 1);
        }
        return Arrays.copyOf(weights, count);
    }

    private static Feature feature(int index) {
        return Feature.of(
                        "fractionalDifference(" + ORDERS[index] + ")",
                        "1",
                        WEIGHTS[index].length,
                        "(1 − B)^%s ln close, weights below 0.001 cut off".formatted(ORDERS[index]))
                .by("López de Prado 2018, ch. 5");
    }

    @Override
    void update(Sample sample, Values out) {
        logCloses.add(StrictMath.log(sample.values().close()));
        for (int i = 0; i < WEIGHTS.length; i++) {
            if (logCloses.count() >= WEIGHTS[i].length) {
                out.put(FEATURES.get(i), difference(WEIGHTS[i]));
            }
        }
    }

    private double difference(double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * logCloses.get(k);
        }
        return sum;
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "fractional";
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(logCloses);
    }
}
