package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Wilder's directional movement: {@code plus} = +DI and {@code minus} = −DI, the parts of the true range that moved up
 * and down, in [0, 100]; {@code dx} = 100 × |+DI − −DI| / (+DI + −DI); {@code plusMovement} and {@code minusMovement},
 * the sums of +DM and −DM, in units of the quote currency.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems (1978). Seeding as in TA-Lib: the sums begin with n − 1
 * movements, then s ← s − s / n + x. Without a range +DI and −DI are 0; where nothing moves DX stays what it was, 0 at
 * first. Warm-up: n + 1 bars.
 */
public final class Dmi extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("dmi", "Directional movement")
            .bars("period", 14, 2)
            .value("plus", "0 to 100")
            .value("minus", "0 to 100")
            .value("dx", "0 to 100")
            .value("plusMovement", "price")
            .value("minusMovement", "price")
            .formula("plus = 100 × Σ +DM / Σ true range, minus = 100 × Σ −DM / Σ true range, each Σ s ← s − s / n + x;"
                    + " dx = 100 × |plus − minus| / (plus + minus); the movements are the sums themselves")
            .seeding("The sums begin with n − 1 movements, as in TA-Lib. Without a range plus and minus are 0; where"
                    + " nothing moves dx stays what it was.")
            .source("Wilder, New Concepts in Technical Trading Systems (1978)")
            .creates(p -> new Dmi(p.bars("period")));

    private final int period;
    private final DirectionalMovement movement;
    private double index;

    /** @param period n, 2 to 10,000 bars */
    public Dmi(int period) {
        super(KIND, period);
        this.period = period;
        movement = new DirectionalMovement(period);
    }

    @Override
    public void update(BarValues bar) {
        movement.add(bar);
        if (movement.isReady() && movement.isMoving()) {
            index = movement.index();
        }
    }

    public double plus() {
        return movement.plus();
    }

    public double minus() {
        return movement.minus();
    }

    public double index() {
        return index;
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> plus();
            case 1 -> minus();
            case 2 -> index();
            case 3 -> movement.plusMovement();
            default -> movement.minusMovement();
        };
    }

    @Override
    public boolean isReady() {
        return movement.isReady();
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(movement);
        index = memory.carry(index);
    }
}
