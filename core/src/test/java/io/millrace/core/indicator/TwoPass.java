package io.millrace.core.indicator;

/**
 * Statistics of a window as a textbook writes them: the mean in one pass, what is measured from it in another. O(n) for
 * every value, without anything carried over from the window before.
 */
final class TwoPass {
    private TwoPass() {}

    /** The last n samples up to and with the one at i. */
    static double[] window(double[] series, int i, int n) {
        return java.util.Arrays.copyOfRange(series, i + 1 - n, i + 1);
    }

    static double sum(double[] window) {
        double sum = 0;
        for (double x : window) {
            sum += x;
        }
        return sum;
    }

    static double mean(double[] window) {
        return window[0] + fromFirst(window);
    }

    /** The samples less their mean, without the digits that the mean itself would lose. */
    static double[] centered(double[] window) {
        double mean = fromFirst(window);
        var centered = new double[window.length];
        for (int i = 0; i < window.length; i++) {
            centered[i] = window[i] - window[0] - mean;
        }
        return centered;
    }

    private static double fromFirst(double[] window) {
        double sum = 0;
        for (double x : window) {
            sum += x - window[0];
        }
        return sum / window.length;
    }

    /** Σ (x − mean)^k / n. */
    static double moment(double[] window, int k) {
        double sum = 0;
        for (double x : centered(window)) {
            double power = 1;
            for (int i = 0; i < k; i++) {
                power *= x;
            }
            sum += power;
        }
        return sum / window.length;
    }

    static double meanDeviation(double[] window) {
        double sum = 0;
        for (double x : centered(window)) {
            sum += Math.abs(x);
        }
        return sum / window.length;
    }

    static double covariance(double[] x, double[] y) {
        var dx = centered(x);
        var dy = centered(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += dx[i] * dy[i];
        }
        return sum / x.length;
    }

    /** Of the least-squares line over x = 0, 1, .... */
    static double slope(double[] window) {
        return covariance(indices(window.length), window) / moment(indices(window.length), 2);
    }

    /** The part of the variance that the least-squares line leaves not. */
    static double determination(double[] window) {
        double total = moment(window, 2);
        if (total == 0) {
            return 0;
        }
        double slope = slope(window);
        double middle = (window.length - 1) / 2.0;
        var centered = centered(window);
        double left = 0;
        for (int i = 0; i < window.length; i++) {
            double error = centered[i] - slope * (i - middle);
            left += error * error;
        }
        return 1 - left / window.length / total;
    }

    private static double[] indices(int length) {
        var indices = new double[length];
        for (int i = 0; i < length; i++) {
            indices[i] = i;
        }
        return indices;
    }

    static double max(double[] window) {
        double max = window[0];
        for (double x : window) {
            max = Math.max(max, x);
        }
        return max;
    }

    static double min(double[] window) {
        double min = window[0];
        for (double x : window) {
            min = Math.min(min, x);
        }
        return min;
    }
}
