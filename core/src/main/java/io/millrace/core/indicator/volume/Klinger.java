package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.momentum.Macd;

/**
 * Klinger oscillator, in units of the instrument × 100: {@code line} = EMA(fast) − EMA(slow) of the volume force, {@code
 * signal} = EMA of the line, {@code histogram} = line − signal.
 *
 * <p>Volume force = volume × |2 × (range / Σ range − 1)| × trend × 100, where the trend is 1 if high + low + close rose
 * and −1 if not, and Σ range adds up high − low since the bar before the trend began; the force is 0 where that sum is.
 * The magnitude as charting packages take it: the bracket itself is never positive. Source: Klinger, "Identifying Trends
 * with Volume Analysis", Stocks and Commodities (1997). Seeding that of {@link Macd}. Warm-up: slow + signal bars.
 */
public final class Klinger extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("klinger", "Klinger oscillator")
            .bars("fast", 34, 2)
            .bars("slow", 55, 2)
            .bars("signal", 13, 1)
            .value("line", "units of the instrument × 100")
            .value("signal", "units of the instrument × 100")
            .value("histogram", "units of the instrument × 100")
            .formula("line = EMA(fast) − EMA(slow) of volume × |2 × (range / Σ range − 1)| × trend × 100; Σ range since"
                    + " the bar before the trend of high + low + close began; signal = EMA of the line")
            .seeding("That of the MACD. Where Σ range is 0 the force is 0.")
            .source("Klinger, Identifying Trends with Volume Analysis, Stocks and Commodities (1997)")
            .creates(p -> new Klinger(p.bars("fast"), p.bars("slow"), p.bars("signal")));

    private final Macd averages;
    private boolean started;
    private boolean rising;
    private boolean hasTrend;
    private double previousSum;
    private double previousRange;
    private double ranges;

    /**
     * @param fast bars of the fast average, below slow
     * @param slow bars of the slow average
     * @param signal bars of the signal's average
     */
    public Klinger(int fast, int slow, int signal) {
        super(KIND, fast, slow, signal);
        averages = new Macd(fast, slow, signal);
    }

    @Override
    public void update(BarValues bar) {
        double sum = bar.high() + bar.low() + bar.close();
        double range = bar.high() - bar.low();
        if (started) {
            boolean rises = sum > previousSum;
            ranges = (hasTrend && rises == rising ? ranges : previousRange) + range;
            rising = rises;
            hasTrend = true;
            double part = ranges > 0 ? Math.abs(2 * (range / ranges - 1)) : 0;
            averages.add((rises ? 100 : -100) * part * bar.volume());
        }
        started = true;
        previousSum = sum;
        previousRange = range;
    }

    @Override
    public double value(int index) {
        return averages.value(index);
    }

    @Override
    public boolean isReady() {
        return averages.isReady();
    }

    @Override
    public int warmUp() {
        return averages.warmUp() + 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(averages);
        started = memory.carry(started);
        rising = memory.carry(rising);
        hasTrend = memory.carry(hasTrend);
        previousSum = memory.carry(previousSum);
        previousRange = memory.carry(previousRange);
        ranges = memory.carry(ranges);
    }
}
