package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingRange;

/**
 * Chandelier exit, in units of the quote currency: {@code long}, the stop of who is long, = highest high of the last n
 * bars − k × ATR(n); {@code short}, the stop of who is short, = lowest low + k × ATR(n).
 *
 * <p>Source: Le Beau, in Elder, Come Into My Trading Room (2002). Seeding that of {@link Atr}. Warm-up: n + 1 bars.
 */
public final class Chandelier extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("chandelier", "Chandelier exit")
            .bars("period", 22, 1)
            .number("width", 3)
            .value("long", "price")
            .value("short", "price")
            .formula("long = highest high of the last n bars − k × ATR(n), short = lowest low + k × ATR(n)")
            .seeding("That of the ATR.")
            .source("Le Beau, in Elder, Come Into My Trading Room (2002)")
            .creates(p -> new Chandelier(p.bars("period"), p.number("width")));

    private final double width;
    private final RollingRange highs;
    private final RollingRange lows;
    private final Atr atr;

    /**
     * @param period n, 1 to 10,000 bars
     * @param width k, above zero, in ATRs
     */
    public Chandelier(int period, double width) {
        super(KIND, period, width);
        this.width = width;
        highs = new RollingRange(period);
        lows = new RollingRange(period);
        atr = new Atr(period);
    }

    @Override
    public void update(BarValues bar) {
        highs.add(bar.high());
        lows.add(bar.low());
        atr.update(bar);
    }

    @Override
    public double value(int index) {
        return index == 0 ? highs.highest() - width * atr.value() : lows.lowest() + width * atr.value();
    }

    @Override
    public boolean isReady() {
        return atr.isReady();
    }

    @Override
    public int warmUp() {
        return atr.warmUp();
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(highs);
        memory.carry(lows);
        memory.carry(atr);
    }
}
