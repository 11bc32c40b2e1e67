package io.millrace.core.market;

/**
 * Who took a trade whose side was not reported: the tick rule of Lee and Ready, "Inferring Trade Direction from
 * Intraday Data" (1991). Above the price before it: a buyer. Below: a seller. At the same price: as the trade before.
 *
 * <p>The rule needs the trades in their order, (event time, sequence); so a trade is judged once nothing earlier is
 * waited for. One before the first price change has no known direction, nor has one whose place in the order has passed,
 * unless its bar can be restated: half of it counts for either side.
 */
final class TickRule {
    private TickRule() {}

    /** Direction after a trade, +1, −1 or 0 before the first change; {@code before} is 0 if there was no trade. */
    static long direction(long before, long direction, long price) {
        return before == 0 || price == before ? direction : price > before ? 1 : -1;
    }

    /** The part of a quantity that a buyer took. */
    static long bought(long quantity, long side) {
        return side > 0 ? quantity : side < 0 ? 0 : quantity / 2;
    }
}
