package io.millrace.core.indicator.level;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * ZigZag of confirmed pivots only: {@code pivot}, the price of the last one, and {@code extreme}, that of the leg since,
 * in units of the quote currency; {@code direction}, 1 while the leg rises from a low and −1 while it falls from a high;
 * {@code age}, bars since the pivot's own bar.
 *
 * <p>The extreme of a rise is its highest high; a later bar whose low lies p percent or more below it confirms it as a
 * pivot and begins a fall; and the other way round. A bar that moves the extreme confirms nothing, since its own high and
 * low have no known order. Charts draw the last leg up to an extreme that may still move; here a pivot is told when it
 * is confirmed and never repainted. Seeding: from the first bars' highest high and lowest low, whichever is confirmed
 * first. Warm-up: 2 bars at least, up to the first pivot. Source: Merrill, Filtered Waves (1977).
 */
public final class ZigZag extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("zigzag", "ZigZag")
            .number("percent", 5, 0, 99)
            .value("pivot", "price")
            .value("extreme", "price")
            .value("direction", "1 up, −1 down")
            .value("age", "bars")
            .formula(
                    "the extreme of a leg becomes a pivot when a later bar reverses from it by the percentage; a bar that"
                            + " moves the extreme confirms nothing")
            .seeding(
                    "There is no value until the first pivot is confirmed. Confirmed pivots only: nothing is repainted.")
            .source("Merrill, Filtered Waves (1977)")
            .creates(p -> new ZigZag(p.number("percent")));

    private final double up;
    private final double down;
    private boolean started;

    /** 1 in a rise, −1 in a fall, 0 before the first pivot. */
    private int direction;

    private double pivot;
    private double pivotAge;
    private double highest;
    private double highestAge;
    private double lowest;
    private double lowestAge;

    /** @param percent p, that a reversal must reach, above 0 and at most 99 */
    public ZigZag(double percent) {
        super(KIND, percent);
        up = 1 + percent / 100;
        down = 1 - percent / 100;
    }

    @Override
    public void update(BarValues bar) {
        pivotAge++;
        highestAge++;
        lowestAge++;
        boolean higher = !started || bar.high() > highest;
        boolean lower = !started || bar.low() < lowest;
        started = true;
        if (direction >= 0 && higher) {
            highest = bar.high();
            highestAge = 0;
        }
        if (direction <= 0 && lower) {
            lowest = bar.low();
            lowestAge = 0;
        }
        if (direction >= 0 && !higher && bar.low() <= highest * down) {
            fall(bar);
        } else if (direction <= 0 && !lower && bar.high() >= lowest * up) {
            rise(bar);
        }
    }

    private void fall(BarValues bar) {
        direction = -1;
        pivot = highest;
        pivotAge = highestAge;
        lowest = bar.low();
        lowestAge = 0;
    }

    private void rise(BarValues bar) {
        direction = 1;
        pivot = lowest;
        pivotAge = lowestAge;
        highest = bar.high();
        highestAge = 0;
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> pivot;
            case 1 -> direction > 0 ? highest : lowest;
            case 2 -> direction;
            default -> pivotAge;
        };
    }

    @Override
    public boolean isReady() {
        return direction != 0;
    }

    @Override
    public int warmUp() {
        return 2;
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        direction = memory.carry(direction);
        pivot = memory.carry(pivot);
        pivotAge = memory.carry(pivotAge);
        highest = memory.carry(highest);
        highestAge = memory.carry(highestAge);
        lowest = memory.carry(lowest);
        lowestAge = memory.carry(lowestAge);
    }
}
