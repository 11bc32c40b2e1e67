package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;

/**
 * Normalised average true range, in percent of the close: 100 × ATR / close; 0 at a close of 0.
 *
 * <p>Source: Forman, "Cross-Market Evaluations with Normalized Average True Range", Stocks and Commodities (2006).
 * Seeding that of {@link Atr}. Warm-up: n + 1 bars.
 */
public final class Natr extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("natr", "Normalised average true range")
            .bars("period", 14, 1)
            .value("percent")
            .formula("100 × ATR / close")
            .seeding("That of the ATR. At a close of 0 it is 0.")
            .source(
                    "Forman, Cross-Market Evaluations with Normalized Average True Range, Stocks and Commodities (2006)")
            .creates(p -> new Natr(p.bars("period")));

    private final Atr atr;
    private double close;

    /** @param period n, 1 to 10,000 bars */
    public Natr(int period) {
        super(KIND, period);
        atr = new Atr(period);
    }

    @Override
    public void update(BarValues bar) {
        atr.update(bar);
        close = bar.close();
    }

    @Override
    public double value() {
        return close == 0 ? 0 : 100 * (atr.value() / close);
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
        memory.carry(atr);
        close = memory.carry(close);
    }
}
