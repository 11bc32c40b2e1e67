package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.average.Sma;

/**
 * Pring's "know sure thing", in percent: {@code line} = r1 + 2 r2 + 3 r3 + 4 r4, each r the SMA of a rate of change of the
 * close; {@code signal} = SMA of the line.
 *
 * <p>Source: Pring, "Summed Rate of Change (KST)", Stocks &amp; Commodities (1992). Warm-up: the longest of roc + sma, +
 * signal − 1 bars, for both values: 53 with the defaults.
 */
public final class Kst extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("kst", "Know sure thing")
            .bars("roc1", 10, 1)
            .bars("roc2", 15, 1)
            .bars("roc3", 20, 1)
            .bars("roc4", 30, 1)
            .bars("sma1", 10, 1)
            .bars("sma2", 10, 1)
            .bars("sma3", 10, 1)
            .bars("sma4", 15, 1)
            .bars("signal", 9, 1)
            .value("line", "percent")
            .value("signal", "percent")
            .formula("line = r1 + 2 r2 + 3 r3 + 4 r4, r = SMA(sma) of ROC(roc) of the close; signal = SMA of the line")
            .seeding("None: windows only.")
            .source("Pring, Summed Rate of Change (KST), Stocks & Commodities (1992)")
            .creates(p -> new Kst(
                    new int[] {p.bars("roc1"), p.bars("roc2"), p.bars("roc3"), p.bars("roc4")},
                    new int[] {p.bars("sma1"), p.bars("sma2"), p.bars("sma3"), p.bars("sma4")},
                    p.bars("signal")));

    private static final int RATES = 4;

    private final int warmUp;
    private final Roc[] rates = new Roc[RATES];
    private final Sma[] averages = new Sma[RATES];
    private final Sma signalAverage;

    /**
     * @param rocs bars of the four rates of change
     * @param smas bars of their means
     * @param signal values of the line in the signal
     */
    public Kst(int[] rocs, int[] smas, int signal) {
        super(KIND, rocs[0], rocs[1], rocs[2], rocs[3], smas[0], smas[1], smas[2], smas[3], signal);
        int longest = 0;
        for (int i = 0; i < RATES; i++) {
            rates[i] = new Roc(rocs[i]);
            averages[i] = new Sma(smas[i]);
            longest = Math.max(longest, rocs[i] + smas[i]);
        }
        signalAverage = new Sma(signal);
        warmUp = longest + signal - 1;
    }

    public void add(double sample) {
        boolean ready = true;
        for (int i = 0; i < RATES; i++) {
            rates[i].add(sample);
            if (rates[i].isReady()) {
                averages[i].add(rates[i].value());
            }
            ready &= averages[i].isReady();
        }
        if (ready) {
            signalAverage.add(line());
        }
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    /** The weighted sum of the smooth rates of change. */
    public double line() {
        double line = 0;
        for (int i = 0; i < RATES; i++) {
            line += (i + 1) * averages[i].value();
        }
        return line;
    }

    /** The mean of the last values of the line. */
    public double signal() {
        return signalAverage.value();
    }

    @Override
    public double value(int index) {
        return index == 0 ? line() : signal();
    }

    @Override
    public boolean isReady() {
        return signalAverage.isReady();
    }

    @Override
    public int warmUp() {
        return warmUp;
    }

    @Override
    protected void memory(Memory memory) {
        for (int i = 0; i < RATES; i++) {
            memory.carry(rates[i]);
            memory.carry(averages[i]);
        }
        memory.carry(signalAverage);
    }
}
