package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.average.Ema;

/**
 * Keltner channel, in units of the quote currency: {@code middle} = EMA(n) of the close, {@code upper} and {@code lower}
 * = middle ± k × ATR(m).
 *
 * <p>The channel as Raschke redrew it; Keltner's own of 1960 takes the simple average of typical prices and of the
 * ranges. Source: Raschke, Connors, Street Smarts (1995). Seeding that of {@link Ema} and {@link Atr}. Warm-up: the
 * longer of n and m + 1 bars.
 */
public final class Keltner extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("keltner", "Keltner channel")
            .bars("period", 20, 1)
            .number("width", 2)
            .bars("atr", 10, 1)
            .value("upper", "price")
            .value("middle", "price")
            .value("lower", "price")
            .formula("middle = EMA(n) of the close; upper, lower = middle ± k × ATR(m)")
            .seeding("That of EMA and ATR. Keltner's own channel of 1960 takes simple averages of typical prices and of"
                    + " ranges instead.")
            .source("Raschke, Connors, Street Smarts (1995)")
            .creates(p -> new Keltner(p.bars("period"), p.number("width"), p.bars("atr")));

    private final double width;
    private final Ema average;
    private final Atr atr;

    /**
     * @param period n, 1 to 10,000 bars of the average
     * @param width k, above zero, in ATRs
     * @param atrPeriod m, 1 to 10,000 bars of the ATR
     */
    public Keltner(int period, double width, int atrPeriod) {
        super(KIND, period, width, atrPeriod);
        this.width = width;
        average = new Ema(period);
        atr = new Atr(atrPeriod);
    }

    @Override
    public void update(BarValues bar) {
        average.update(bar);
        atr.update(bar);
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> average.value() + width * atr.value();
            case 1 -> average.value();
            default -> average.value() - width * atr.value();
        };
    }

    @Override
    public boolean isReady() {
        return average.isReady() && atr.isReady();
    }

    @Override
    public int warmUp() {
        return Math.max(average.warmUp(), atr.warmUp());
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(average);
        memory.carry(atr);
    }
}
