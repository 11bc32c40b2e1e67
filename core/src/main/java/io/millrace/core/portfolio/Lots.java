package io.millrace.core.portfolio;

import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * A position's open lots, the oldest first. Immutable; adding one and taking the oldest cost the same however many there
 * are: two chains, one from the oldest on, one from the newest back, which is turned around when the first is used up.
 */
public final class Lots {
    /** No lots: of a flat position, and of every position at average cost. */
    public static final Lots NONE = new Lots(null, null, 0);

    private record Link(Lot lot, Link next) {
        @Override
        public boolean equals(Object other) {
            throw new UnsupportedOperationException("chains are compared lot by lot");
        }

        @Override
        public int hashCode() {
            throw new UnsupportedOperationException("chains are compared lot by lot");
        }
    }

    private final Link oldest;
    private final Link newest;
    private final int size;

    /** @param oldest null only if there are none */
    private Lots(Link oldest, Link newest, int size) {
        this.oldest = oldest;
        this.newest = newest;
        this.size = size;
    }

    /** Lots in order, the oldest first. */
    public static Lots of(List<Lot> lots) {
        var all = NONE;
        for (var lot : lots) {
            all = all.plus(lot);
        }
        return all;
    }

    /** With a lot that was opened after all others. */
    public Lots plus(Lot lot) {
        return oldest == null
                ? new Lots(new Link(lot, null), null, 1)
                : new Lots(oldest, new Link(lot, newest), size + 1);
    }

    /** The lot opened first, null if there is none. */
    public Lot oldest() {
        return oldest == null ? null : oldest.lot();
    }

    /** Without the lot opened first. */
    public Lots withoutOldest() {
        if (oldest.next() != null) {
            return new Lots(oldest.next(), newest, size - 1);
        }
        Link turned = null;
        for (var link = newest; link != null; link = link.next()) {
            turned = new Link(link.lot(), turned);
        }
        return turned == null ? NONE : new Lots(turned, null, size - 1);
    }

    public int size() {
        return size;
    }

    /** All lots, the oldest first. */
    public List<Lot> toList() {
        var lots = new ArrayList<Lot>(size);
        for (var rest = this; rest.size > 0; rest = rest.withoutOldest()) {
            lots.add(rest.oldest());
        }
        return List.copyOf(lots);
    }

    /** What the oldest lots cost that make up a quantity of the position's sign, and what is left. */
    Closed close(Quantity quantity) {
        var rest = this;
        var left = quantity;
        var cost = Money.ZERO;
        while (!left.isZero()) {
            var lot = rest.oldest();
            if (lot.quantity().abs().compareTo(left.abs()) > 0) {
                var part = lot.cost().proportion(left, lot.quantity());
                var kept = new Lot(
                        lot.openedNanos(),
                        lot.quantity().minus(left),
                        lot.cost().minus(part));
                return new Closed(cost.plus(part), rest.withOldest(kept));
            }
            cost = cost.plus(lot.cost());
            left = left.minus(lot.quantity());
            rest = rest.withoutOldest();
        }
        return new Closed(cost, rest);
    }

    /** @param cost of what was closed */
    record Closed(Money cost, Lots left) {}

    private Lots withOldest(Lot lot) {
        return new Lots(new Link(lot, oldest.next()), newest, size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lots lots && size == lots.size && toList().equals(lots.toList());
    }

    @Override
    public int hashCode() {
        return toList().hashCode();
    }

    @Override
    public String toString() {
        return toList().toString();
    }
}
