package io.millrace.core.feature;

/**
 * Ordinary least squares of y on x over the last n of two rings, in two passes: first the means, then what deviates
 * from them, so that no digits are lost where both are large beside their deviations. Both passes see the samples less
 * the latest of them: the mean of n equal numbers can be off by an ulp, the mean of n zeros cannot, so what does not
 * vary is seen not to.
 */
final class Regression {
    private double squaresX;
    private double squaresY;
    private double products;

    /** Over the latest n samples of both. */
    void compute(Ring x, Ring y, int n) {
        double originX = x.get(0);
        double originY = y.get(0);
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += x.get(i) - originX;
            meanY += y.get(i) - originY;
        }
        meanX /= n;
        meanY /= n;
        clear();
        for (int i = 0; i < n; i++) {
            join(x.get(i) - originX - meanX, y.get(i) - originY - meanY);
        }
    }

    /** Of y on its place in time, 1 apart: the latest n samples. */
    void computeTrend(Ring y, int n) {
        double origin = y.get(0);
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += y.get(i) - origin;
        }
        mean /= n;
        clear();
        for (int i = 0; i < n; i++) {
            join((n - 1) / 2.0 - i, y.get(i) - origin - mean);
        }
    }

    private void clear() {
        squaresX = 0;
        squaresY = 0;
        products = 0;
    }

    private void join(double x, double y) {
        squaresX += x * x;
        squaresY += y * y;
        products += x * y;
    }

    /** cov(x, y) / var(x); NaN if x does not vary. */
    double slope() {
        return squaresX > 0 ? products / squaresX : Double.NaN;
    }

    /** In [−1, 1]; NaN if either does not vary. */
    double correlation() {
        double both = Math.sqrt(squaresX) * Math.sqrt(squaresY);
        return both > 0 ? Math.max(-1, Math.min(1, products / both)) : Double.NaN;
    }

    /** √(Σ residual² / n): how far y is from the line. */
    double residual(int n) {
        double explained = squaresX > 0 ? products / squaresX * products : 0;
        return Math.sqrt(Math.max(0, squaresY - explained) / n);
    }
}
