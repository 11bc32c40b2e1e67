package io.millrace.core.money;

/** Sums of counts that stay at the end of a {@code long} instead of leaving it. */
public final class Units {
    private Units() {}

    public static long plus(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? endOf(a) : sum;
    }

    public static long minus(long a, long b) {
        long difference = a - b;
        return ((a ^ b) & (a ^ difference)) < 0 ? endOf(a) : difference;
    }

    public static long abs(long a) {
        return a == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(a);
    }

    /** Whether a sum is at the end, and may be beyond it. */
    public static boolean isAtEnd(long sum) {
        return sum == Long.MAX_VALUE || sum == Long.MIN_VALUE;
    }

    private static long endOf(long sign) {
        return sign < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
