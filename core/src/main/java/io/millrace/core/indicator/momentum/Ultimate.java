package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.SingleValue;

/**
 * Williams' ultimate oscillator, in [0, 100]: 100 × (4 a + 2 b + c) / 7, where a, b, c are Σ buying pressure / Σ true range
 * over the short, the middle and the long period; buying pressure = close − min(low, previous close), true range =
 * max(high, previous close) − min(low, previous close). A period without any range adds 0, as in TA-Lib.
 *
 * <p>Source: Williams, "The Ultimate Oscillator", Stocks &amp; Commodities (1985). Warm-up: the longest period + 1 bars. TA-Lib
 * takes a range below 1e-8 for none, here only zero is.
 */
public final class Ultimate extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("ultimate", "Ultimate oscillator")
            .bars("fast", 7, 1)
            .bars("middle", 14, 1)
            .bars("slow", 28, 1)
            .value("0 to 100")
            .formula(
                    "100 × (4 a + 2 b + c) / 7; a, b, c = Σ (close − true low) / Σ true range over the fast, middle and"
                            + " slow period")
            .seeding(
                    "None: a window of the slow period; the first bar has no true range. A period without range adds 0,"
                            + " as in TA-Lib.")
            .source("Williams, The Ultimate Oscillator, Stocks & Commodities (1985)")
            .creates(p -> new Ultimate(p.bars("fast"), p.bars("middle"), p.bars("slow")));

    private final Pressure fast;
    private final Pressure middle;
    private final Pressure slow;
    private boolean started;
    private double previousClose;

    /**
     * @param fast bars that weigh 4
     * @param middle bars that weigh 2, fast or more
     * @param slow bars that weigh 1, middle or more
     */
    public Ultimate(int fast, int middle, int slow) {
        super(KIND, fast, middle, slow);
        if (fast > middle || middle > slow) {
            throw new IllegalArgumentException(
                    "ultimate: the periods must ascend, were " + fast + ", " + middle + " and " + slow);
        }
        this.fast = new Pressure(fast);
        this.middle = new Pressure(middle);
        this.slow = new Pressure(slow);
    }

    @Override
    public void update(BarValues bar) {
        if (started) {
            double low = Math.min(bar.low(), previousClose);
            double pressure = bar.close() - low;
            double range = Math.max(bar.high(), previousClose) - low;
            fast.add(pressure, range);
            middle.add(pressure, range);
            slow.add(pressure, range);
        }
        started = true;
        previousClose = bar.close();
    }

    @Override
    public double value() {
        return 100 * ((4 * fast.ratio() + 2 * middle.ratio() + slow.ratio()) / 7);
    }

    @Override
    public boolean isReady() {
        return slow.isReady();
    }

    @Override
    public int warmUp() {
        return slow.period() + 1;
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        previousClose = memory.carry(previousClose);
        memory.carry(fast);
        memory.carry(middle);
        memory.carry(slow);
    }

    /** Σ buying pressure / Σ true range. */
    private static final class Pressure extends Remembering {
        private final RollingSum pressures;
        private final RollingSum ranges;

        private Pressure(int period) {
            pressures = new RollingSum(period);
            ranges = new RollingSum(period);
        }

        private void add(double pressure, double range) {
            pressures.add(pressure);
            ranges.add(range);
        }

        private double ratio() {
            double range = ranges.sum();
            return range > 0 ? pressures.sum() / range : 0;
        }

        private boolean isReady() {
            return ranges.isReady();
        }

        private int period() {
            return ranges.size();
        }

        @Override
        public String name() {
            return "pressure(" + period() + ")";
        }

        @Override
        protected void memory(Memory memory) {
            memory.carry(pressures);
            memory.carry(ranges);
        }
    }
}
