package io.millrace.verification.history;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.Side;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account added up from its fills, by the rules as they are written down (average cost; cash + Σ position × mark =
 * deposits + realised + unrealised − fees) and with none of the code that is checked. Counts of 1e-8, without bounds.
 */
final class Book {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** A netting position; negative quantity and cost if short. */
    static final class Holding {
        private BigInteger quantity = BigInteger.ZERO;
        private BigInteger cost = BigInteger.ZERO;
        private BigInteger realised = BigInteger.ZERO;
        private BigInteger fees = BigInteger.ZERO;
        private BigInteger mark;

        BigInteger quantity() {
            return quantity;
        }

        BigInteger cost() {
            return cost;
        }

        BigInteger realised() {
            return realised;
        }

        BigInteger fees() {
            return fees;
        }

        /** Null if there is none. */
        BigInteger mark() {
            return mark;
        }

        private Holding copy() {
            var copy = new Holding();
            copy.quantity = quantity;
            copy.cost = cost;
            copy.realised = realised;
            copy.fees = fees;
            copy.mark = mark;
            return copy;
        }

        private void fill(BigInteger traded, BigInteger price, BigInteger fee) {
            fees = fees.add(fee);
            if (quantity.signum() * traded.signum() < 0) {
                var closed = traded.abs().min(quantity.abs());
                var costOfClosed =
                        closed.equals(quantity.abs()) ? cost : Exact.proportion(cost, closed, quantity.abs());
                // A full close and a reversal take what the closing part earns; a partial close what was paid for it.
                var closing = closed.equals(traded.abs()) ? traded : quantity.negate();
                realised = realised.subtract(Exact.notional(price, closing)).subtract(costOfClosed);
                var opened = Exact.notional(price, traded).subtract(Exact.notional(price, closing));
                cost = cost.subtract(costOfClosed).add(opened);
            } else {
                cost = cost.add(Exact.notional(price, traded));
            }
            quantity = quantity.add(traded);
        }
    }

    /** An order that may still be filled. */
    static final class Working {
        private final InstrumentId instrument;
        private final Side side;
        private BigInteger remaining;

        private Working(InstrumentId instrument, Side side, BigInteger quantity) {
            this.instrument = instrument;
            this.side = side;
            this.remaining = quantity;
        }
    }

    private final Map<InstrumentId, Holding> holdings = new TreeMap<>();
    private final Map<String, Working> working = new LinkedHashMap<>();
    private BigInteger deposits = BigInteger.ZERO;
    private BigInteger cash = BigInteger.ZERO;
    private BigInteger peak = BigInteger.ZERO;
    private BigInteger dayStart = BigInteger.ZERO;
    private long day = Long.MIN_VALUE;

    /** The same account, to go on in another way. */
    Book copy() {
        var copy = new Book();
        holdings.forEach((instrument, holding) -> copy.holdings.put(instrument, holding.copy()));
        working.forEach(
                (id, order) -> copy.working.put(id, new Working(order.instrument, order.side, order.remaining)));
        copy.deposits = deposits;
        copy.cash = cash;
        copy.peak = peak;
        copy.dayStart = dayStart;
        copy.day = day;
        return copy;
    }

    /** The account has that much deposited from now on. */
    void fund(BigInteger deposited, long nanos) {
        at(nanos);
        var more = deposited.subtract(deposits);
        deposits = deposited;
        cash = cash.add(more);
        dayStart = dayStart.add(more);
        peak = peak.add(more);
    }

    void open(String orderId, InstrumentId instrument, Side side, BigInteger quantity, BigInteger markNow) {
        working.put(orderId, new Working(instrument, side, quantity));
        var holding = holding(instrument);
        if (markNow != null && holding.quantity.signum() == 0) {
            holding.mark = markNow;
        }
    }

    void report(ExecutionReport report) {
        at(report.eventTimeNanos());
        var order = working.get(report.orderId());
        if (report.type().isFill()) {
            var sign = Exact.of(report.side().sign());
            var quantity = Exact.of(report.lastQuantity().units());
            var price = Exact.of(report.lastPrice().units());
            var fee = Exact.of(report.fee().units());
            var holding = holding(report.instrument());
            holding.fill(quantity.multiply(sign), price, fee);
            cash = cash.subtract(Exact.notional(price, quantity.multiply(sign))).subtract(fee);
            if (order != null) {
                order.remaining = order.remaining.subtract(quantity);
            }
            value(holding, price);
        }
        if (order != null && report.type() == ExecutionType.REPLACED) {
            order.remaining = Exact.of(
                    report.orderQuantity().minus(report.cumulativeQuantity()).units());
        }
        if (report.type().isFinal()) {
            working.remove(report.orderId());
        }
    }

    void mark(InstrumentId instrument, BigInteger price, long nanos) {
        at(nanos);
        if (price != null) {
            value(holding(instrument), price);
        }
    }

    /** A new UTC day starts with what the day before ended with. */
    void at(long nanos) {
        long today = Math.floorDiv(nanos, DAY_NANOS);
        if (today > day) {
            day = today;
            dayStart = equity();
        }
    }

    private void value(Holding holding, BigInteger price) {
        holding.mark = price;
        peak = peak.max(equity());
    }

    Holding holding(InstrumentId instrument) {
        return holdings.computeIfAbsent(instrument, any -> new Holding());
    }

    Map<InstrumentId, Holding> holdings() {
        return holdings;
    }

    /** Whether marks of the instrument concern the account. */
    boolean follows(InstrumentId instrument) {
        return holding(instrument).quantity.signum() != 0
                || working.values().stream().anyMatch(order -> order.instrument.equals(instrument));
    }

    /** What is still to be filled of a side on an instrument. */
    BigInteger working(InstrumentId instrument, Side side) {
        return sum(working.values().stream()
                .filter(order -> order.side == side && order.instrument.equals(instrument))
                .map(order -> order.remaining)
                .toList());
    }

    BigInteger deposits() {
        return deposits;
    }

    BigInteger cash() {
        return cash;
    }

    BigInteger realised() {
        return sum(holdings.values().stream().map(Holding::realised).toList());
    }

    BigInteger fees() {
        return sum(holdings.values().stream().map(Holding::fees).toList());
    }

    BigInteger cost() {
        return sum(holdings.values().stream().map(Holding::cost).toList());
    }

    /** Σ position × mark. */
    BigInteger value() {
        return sum(holdings.values().stream()
                .filter(holding -> holding.quantity.signum() != 0)
                .map(holding -> Exact.notional(holding.mark, holding.quantity))
                .toList());
    }

    BigInteger equity() {
        return cash.add(value());
    }

    BigInteger lostToday() {
        return dayStart.subtract(equity());
    }

    BigInteger peak() {
        return peak;
    }

    private static BigInteger sum(Collection<BigInteger> parts) {
        return parts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
