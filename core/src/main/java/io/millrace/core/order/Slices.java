package io.millrace.core.order;

import io.millrace.core.money.Quantity;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How an algorithm splits a quantity: exactly, in lots, what does not go into equal lots in the last slice.
 *
 * <p>Slice k of n is due at the decision's time + k × horizon / n, k from 0. Its share is its weight (a TWAP's slices
 * weigh the same) of the whole, rounded down to lots. A share below the least quantity that the instrument takes is
 * carried to the next slice; what would be left below it at the end goes with the last slice that is large enough. So
 * every child can be sent, and together they are the parent to the last lot.
 */
public final class Slices {
    /** How many children an order may be split into. */
    public static final int MAX_SLICES = 1000;
    /** How long the slices may take. */
    public static final long MAX_HORIZON_NANOS = Duration.ofDays(366).toNanos();
    /** The largest weight of a slice. */
    public static final long MAX_WEIGHT = 1_000_000_000_000L;

    /**
     * One slice.
     *
     * @param number from 1, of the slices that the algorithm asks for
     * @param dueNanos event time at which it is decided
     */
    public record Slice(int number, long dueNanos, Quantity quantity) {}

    private Slices() {}

    /**
     * The slices of an order, ascending in time; none of them is empty.
     *
     * @param terms with an algorithm and without a {@link TermsProblem}
     * @param lot the quantity is a multiple of it
     * @param least smallest quantity of an order
     */
    public static List<Slice> of(OrderTerms terms, Quantity lot, Quantity least, long decidedAtNanos) {
        var algorithm = terms.algorithm();
        long lots = terms.quantity().units() / lot.units();
        long leastLots = Math.max(1, -Math.floorDiv(-least.units(), lot.units()));
        long total = 0;
        for (int k = 0; k < algorithm.slices(); k++) {
            total += weight(algorithm, k);
        }
        var slices = new ArrayList<Slice>();
        long left = lots;
        long carried = 0;
        for (int k = 0; k < algorithm.slices(); k++) {
            boolean last = k == algorithm.slices() - 1;
            long share = last ? left : Math.min(left, carried + share(lots, weight(algorithm, k), total));
            boolean whole = left - share > 0 && left - share < leastLots;
            long now = whole ? left : share;
            if (now >= leastLots || (last && now > 0)) {
                slices.add(
                        new Slice(k + 1, dueNanos(algorithm, decidedAtNanos, k + 1), new Quantity(now * lot.units())));
                left -= now;
                carried = 0;
            } else {
                carried = share;
            }
        }
        return List.copyOf(slices);
    }

    private static long weight(Algorithm algorithm, int k) {
        return algorithm.kind() == Algorithm.Kind.TWAP ? 1 : algorithm.weights().get(k);
    }

    /** ⌊lots × weight / total⌋. */
    private static long share(long lots, long weight, long total) {
        return BigInteger.valueOf(lots)
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(total))
                .longValueExact();
    }

    /**
     * When a slice is decided.
     *
     * @param number from 1
     */
    public static long dueNanos(Algorithm algorithm, long decidedAtNanos, int number) {
        long each = algorithm.horizonNanos() / algorithm.slices();
        long rest = algorithm.horizonNanos() % algorithm.slices();
        return decidedAtNanos + each * (number - 1) + rest * (number - 1) / algorithm.slices();
    }
}
