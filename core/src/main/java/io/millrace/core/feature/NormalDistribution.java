package io.millrace.core.feature;

/**
 * The standard normal distribution: Hart, "Computer Approximations" (1968), algorithm 5666, as given by West, "Better
 * Approximations to Cumulative Normal Functions" (2005); to 1e-15 absolutely.
 */
final class NormalDistribution {
    private static final double[] NUMERATOR = {
        3.52624965998911e-2,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };
    private static final double[] DENOMINATOR = {
        8.83883476483184e-2,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };
    /** From here on a continued fraction is better. */
    private static final double FAR = 7.07106781186547;

    private static final double SQRT_2_PI = 2.5066282746310002;

    private NormalDistribution() {}

    /** The probability of a value below x. */
    static double below(double x) {
        double tail = tail(Math.abs(x));
        return x > 0 ? 1 - tail : tail;
    }

    private static double tail(double x) {
        double density = StrictMath.exp(-x * x / 2);
        if (x < FAR) {
            return density * polynomial(NUMERATOR, x) / polynomial(DENOMINATOR, x);
        }
        return density / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / SQRT_2_PI;
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
