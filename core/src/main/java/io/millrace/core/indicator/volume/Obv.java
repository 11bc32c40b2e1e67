package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;

/**
 * On-balance volume, in units of the instrument: the running sum of the volume, added when the close rises, subtracted
 * when it falls.
 *
 * <p>Source: Granville, New Key to Stock Market Profits (1963). Seeding as in TA-Lib: the first bar's volume. Warm-up:
 * 1 bar. The sum never ends, so it is carried with its rounding error (Knuth, The Art of Computer Programming 2, 4.2.2): it is exact to about 1e-16
 * relative after any number of bars.
 */
public final class Obv extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("obv", "On-balance volume")
            .value("units of the instrument")
            .formula("running sum of the volume, added when the close rises, subtracted when it falls")
            .seeding("The first bar's volume, as in TA-Lib; others begin with 0.")
            .source("Granville, New Key to Stock Market Profits (1963)")
            .creates(p -> new Obv());

    private boolean started;
    private double previousClose;
    private double sum;
    private double lost;

    public Obv() {
        super(KIND);
    }

    @Override
    public void update(BarValues bar) {
        double change = started ? bar.close() - previousClose : 1;
        add(Math.signum(change) * bar.volume());
        started = true;
        previousClose = bar.close();
    }

    private void add(double volume) {
        double next = sum + volume;
        double added = next - sum;
        lost += (sum - (next - added)) + (volume - added);
        sum = next;
    }

    @Override
    public double value() {
        return sum + lost;
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
        previousClose = memory.carry(previousClose);
        sum = memory.carry(sum);
        lost = memory.carry(lost);
    }
}
