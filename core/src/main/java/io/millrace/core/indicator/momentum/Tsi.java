package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.average.Ema;

/**
 * True strength index of the close, in [−100, 100]: 100 × EMA(fast) of EMA(slow) of the change / the same of the change's
 * size; 0 while the close has never moved, or so long ago that the averages are below 1e-280.
 *
 * <p>Source: Blau, Momentum, Direction, and Divergence (1995). Seeding: each EMA with the mean of the first it is shown;
 * others begin with the first. Warm-up: slow + fast bars.
 */
public final class Tsi extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("tsi", "True strength index")
            .bars("slow", 25, 1)
            .bars("fast", 13, 1)
            .value("−100 to 100")
            .formula("100 × EMA(fast) of EMA(slow) of d / EMA(fast) of EMA(slow) of |d|, d = close − close before")
            .seeding(
                    "Each EMA with the mean of the first it is shown; others begin with the first. 0 while the close has never"
                            + " moved.")
            .source("Blau, Momentum, Direction, and Divergence (1995)")
            .creates(p -> new Tsi(p.bars("slow"), p.bars("fast")));

    private final int slow;
    private final int fast;
    private final Ema changes;
    private final Ema smoothChanges;
    private final Ema sizes;
    private final Ema smoothSizes;
    private boolean started;
    private double previous;

    /**
     * @param slow bars of the first smoothing
     * @param fast bars of the second smoothing
     */
    public Tsi(int slow, int fast) {
        super(KIND, slow, fast);
        this.slow = slow;
        this.fast = fast;
        changes = new Ema(slow);
        smoothChanges = new Ema(fast);
        sizes = new Ema(slow);
        smoothSizes = new Ema(fast);
    }

    public void add(double sample) {
        if (started) {
            double change = sample - previous;
            changes.add(change);
            sizes.add(Math.abs(change));
            if (changes.isReady()) {
                smoothChanges.add(changes.value());
                smoothSizes.add(sizes.value());
            }
        }
        started = true;
        previous = sample;
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        return smoothSizes.value() > Oscillators.NOTHING ? 100 * (smoothChanges.value() / smoothSizes.value()) : 0;
    }

    @Override
    public boolean isReady() {
        return smoothChanges.isReady();
    }

    @Override
    public int warmUp() {
        return slow + fast;
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        previous = memory.carry(previous);
        memory.carry(changes);
        memory.carry(smoothChanges);
        memory.carry(sizes);
        memory.carry(smoothSizes);
    }
}
