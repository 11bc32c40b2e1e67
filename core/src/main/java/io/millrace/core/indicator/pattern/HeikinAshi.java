package io.millrace.core.indicator.pattern;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Heikin-Ashi bars, in units of the quote currency: {@code close} = (open + high + low + close) / 4, {@code open} = the
 * middle of the Heikin-Ashi body before, {@code high} and {@code low} = the extremes of the bar's and of both.
 *
 * <p>These are averages, not prices that anything traded at. Source: Valcu, "Using the Heikin-Ashi Technique", Stocks and
 * Commodities (2004). Seeding: the first open is (open + close) / 2. Warm-up: 1 bar; half of the start is left after
 * each bar.
 */
public final class HeikinAshi extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("heikin-ashi", "Heikin-Ashi")
            .value("open", "price")
            .value("high", "price")
            .value("low", "price")
            .value("close", "price")
            .formula(
                    "close = (open + high + low + close) / 4; open = (previous Heikin-Ashi open + close) / 2; high, low ="
                            + " extremes of the bar's and of both")
            .seeding("The first open is (open + close) / 2.")
            .source("Valcu, Using the Heikin-Ashi Technique, Stocks and Commodities (2004)")
            .creates(p -> new HeikinAshi());

    private boolean started;
    private double open;
    private double high;
    private double low;
    private double close;

    public HeikinAshi() {
        super(KIND);
    }

    @Override
    public void update(BarValues bar) {
        open = started ? (open + close) / 2 : (bar.open() + bar.close()) / 2;
        close = (bar.open() + bar.high() + bar.low() + bar.close()) / 4;
        high = Math.max(bar.high(), Math.max(open, close));
        low = Math.min(bar.low(), Math.min(open, close));
        started = true;
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> open;
            case 1 -> high;
            case 2 -> low;
            default -> close;
        };
    }

    @Override
    public boolean isReady() {
        return started;
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        open = memory.carry(open);
        high = memory.carry(high);
        low = memory.carry(low);
        close = memory.carry(close);
    }
}
