package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.volatility.Atr;

/**
 * SuperTrend: {@code line}, in units of the quote currency, and {@code trend}, 1 where the line lies below a rise and −1
 * above a fall.
 *
 * <p>Bands at (high + low) / 2 ± k × ATR(n); the lower one only rises while the close before stays above it, the upper
 * one only falls while the close before stays below it. A close above the upper band begins a rise, one below the lower
 * band a fall. Source: Seban, Tout le monde mérite d'être riche (2009). Seeding: a fall, as TradingView begins; the ATR
 * is {@link Atr}, seeded as TA-Lib does. Warm-up: n + 1 bars; how soon it forgets its start depends on the prices.
 */
public final class SuperTrend extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("supertrend", "SuperTrend")
            .bars("period", 10, 1)
            .number("width", 3)
            .value("line", "price")
            .value("trend", "1 up, −1 down")
            .formula("bands at (high + low) / 2 ± k × ATR(n) that only come closer until the close passes one; the"
                    + " line is the lower band in a rise, the upper one in a fall")
            .seeding("Begins with a fall, as in TradingView; the ATR is seeded as TA-Lib does.")
            .source("Seban, Tout le monde mérite d'être riche (2009)")
            .creates(p -> new SuperTrend(p.bars("period"), p.number("width")));

    private final int period;
    private final double width;
    private final Atr atr;
    private boolean started;
    private boolean rising;
    private double upper;
    private double lower;
    private double previousClose;

    /**
     * @param period n, 1 to 10,000 bars
     * @param width k, above zero, in ATRs
     */
    public SuperTrend(int period, double width) {
        super(KIND, period, width);
        this.period = period;
        this.width = width;
        atr = new Atr(period);
    }

    @Override
    public void update(BarValues bar) {
        atr.update(bar);
        if (atr.isReady()) {
            double middle = (bar.high() + bar.low()) / 2;
            double reach = width * atr.value();
            boolean keepUpper = started && previousClose <= upper;
            boolean keepLower = started && previousClose >= lower;
            upper = keepUpper ? Math.min(upper, middle + reach) : middle + reach;
            lower = keepLower ? Math.max(lower, middle - reach) : middle - reach;
            rising = started && (rising ? bar.close() >= lower : bar.close() > upper);
            started = true;
        }
        previousClose = bar.close();
    }

    public double line() {
        return rising ? lower : upper;
    }

    public boolean isRising() {
        return rising;
    }

    @Override
    public double value(int index) {
        return index == 0 ? line() : rising ? 1 : -1;
    }

    @Override
    public boolean isReady() {
        return started;
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(atr);
        started = memory.carry(started);
        rising = memory.carry(rising);
        upper = memory.carry(upper);
        lower = memory.carry(lower);
        previousClose = memory.carry(previousClose);
    }
}
