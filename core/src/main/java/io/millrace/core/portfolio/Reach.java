package io.millrace.core.portfolio;

import io.millrace.core.money.Units;
import io.millrace.core.order.Side;

/**
 * What is held of an instrument, and how far open orders can move it. In a netting account there is one position, which
 * every order moves; in a hedging account an order opens the position of its own side, and one that may only reduce closes
 * the other side's. Counts of 1e-8 that stay at the end of a {@code long} instead of leaving it.
 *
 * @param hedging whether long and short positions are apart
 * @param longHeld zero or above
 * @param shortHeld zero or below
 * @param buys what orders that may open can buy, in a netting account what all can
 * @param sells as {@code buys}
 * @param closingBuys what orders that may only reduce can buy of a hedging account's short position
 * @param closingSells what they can sell of its long position
 */
public record Reach(
        boolean hedging, long longHeld, long shortHeld, long buys, long sells, long closingBuys, long closingSells) {

    /** Nothing held and nothing open. */
    public static final Reach NONE = of(false, 0, 0);

    static Reach of(boolean hedging, long longHeld, long shortHeld) {
        return new Reach(hedging, longHeld, shortHeld, 0, 0, 0, 0);
    }

    /** With an order more. */
    public Reach with(Side side, boolean reduces, long quantity) {
        boolean closes = hedging && reduces;
        boolean buy = side == Side.BUY;
        return new Reach(
                hedging,
                longHeld,
                shortHeld,
                buy && !closes ? Units.plus(buys, quantity) : buys,
                !buy && !closes ? Units.plus(sells, quantity) : sells,
                buy && closes ? Units.plus(closingBuys, quantity) : closingBuys,
                !buy && closes ? Units.plus(closingSells, quantity) : closingSells);
    }

    /** The position that an order of a side opens or adds to, or closes if it may only reduce. */
    public long position(Side side, boolean reduces) {
        if (!hedging) {
            return net();
        }
        return side == Side.BUY != reduces ? longHeld : shortHeld;
    }

    /** What the orders that trade that position from that side can trade, zero or above. */
    public long ordered(Side side, boolean reduces) {
        if (side == Side.BUY) {
            return hedging && reduces ? closingBuys : buys;
        }
        return hedging && reduces ? closingSells : sells;
    }

    /** That position once they are filled. */
    public long after(Side side, boolean reduces) {
        long position = position(side, reduces);
        long ordered = ordered(side, reduces);
        return side == Side.BUY ? Units.plus(position, ordered) : Units.minus(position, ordered);
    }

    /** Long less short. */
    public long net() {
        return longHeld + shortHeld;
    }

    /** Long less short once everything is bought and nothing sold. */
    public long netBought() {
        return Units.plus(Units.plus(net(), buys), closingBuys);
    }

    /** Long less short once everything is sold and nothing bought. */
    public long netSold() {
        return Units.minus(Units.minus(net(), sells), closingSells);
    }

    /**
     * The largest position that the orders can lead to, in a hedging account both sides' together. What an order that may
     * only reduce trades beyond the position it closes opens its own side.
     */
    public long largest() {
        if (!hedging) {
            return Math.max(Math.max(Units.abs(netBought()), Units.abs(netSold())), Units.abs(net()));
        }
        long longest = Units.plus(longHeld, Units.plus(buys, Math.max(0, Units.plus(closingBuys, shortHeld))));
        long shortest = Units.plus(-shortHeld, Units.plus(sells, Math.max(0, Units.minus(closingSells, longHeld))));
        return Units.plus(longest, shortest);
    }
}
