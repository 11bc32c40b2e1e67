package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingMoments;
import io.millrace.core.indicator.RollingSum;
import java.util.List;

/**
 * Volume-synchronised probability of informed trading: Easley, López de Prado, O'Hara, "Flow Toxicity and Liquidity in a
 * High-Frequency World" (2012).
 *
 * <p>Bulk volume classification: of a bar's volume, Φ(Δ / σ) counts as bought, Δ the change of the close and σ the
 * deviation of the last 50 changes. The volume fills buckets one after the other; vpin(20) = Σ |bought − sold| / Σ volume
 * of the last 20 full buckets, in [0, 1]. A bucket holds five times the mean volume of the last 50 bars, as it is when
 * the bucket opens (the authors take a fiftieth of the mean day).
 *
 * <p>Warm-up: 50 changes, then the bars that fill 20 buckets: 100 of even volume, and 151 bars at least.
 */
final class VpinFeatures extends Family {
    private static final int WINDOW = 50;
    private static final int BARS_PER_BUCKET = 5;
    private static final int BUCKETS = 20;
    private static final int WARM_UP = WINDOW + 1 + BARS_PER_BUCKET * BUCKETS;

    private static final Feature VPIN = Feature.of(
                    "vpin(20)",
                    "1",
                    WARM_UP,
                    "Σ |bought − sold| / Σ volume of the last 20 volume buckets of 5 mean bars each, in [0, 1];"
                            + " bulk volume classification")
            .by("Easley, López de Prado, O'Hara 2012");

    private final RollingMoments changes = new RollingMoments(WINDOW);
    private final RollingSum volumes = new RollingSum(WINDOW);
    private final RollingSum imbalances = new RollingSum(BUCKETS);
    private final RollingSum sizes = new RollingSum(BUCKETS);
    private double previousClose = Double.NaN;
    /** Bars seen, counted up to the warm-up only. */
    private int seen;
    /** Size of the open bucket, 0 if none is open. */
    private double size;

    private double filled;
    private double bought;

    @Override
    void update(Sample sample, Values out) {
        double close = sample.values().close();
        double change = close - previousClose;
        previousClose = close;
        seen = Math.min(seen + 1, WARM_UP);
        volumes.add(sample.values().volume());
        if (!Double.isNaN(change)) {
            changes.add(change);
        }
        if (changes.isReady()) {
            double deviation = changes.deviation();
            fill(sample.values().volume(), deviation > 0 ? NormalDistribution.below(change / deviation) : 0.5);
        }
        if (seen == WARM_UP && sizes.isReady()) {
            out.put(VPIN, imbalances.sum() / sizes.sum());
        }
    }

    /** The bar is one of the window that its buckets are measured by, so it fills ten new ones at most. */
    private void fill(double volume, double boughtShare) {
        double left = volume;
        while (left > 0) {
            if (size == 0) {
                size = BARS_PER_BUCKET * volumes.sum() / WINDOW;
            }
            double room = size - filled;
            double part = Math.min(left, room);
            bought += part * boughtShare;
            filled += part;
            left -= part;
            if (part == room) {
                imbalances.add(Math.abs(2 * bought - size));
                sizes.add(size);
                size = 0;
                filled = 0;
                bought = 0;
            }
        }
    }

    @Override
    List<Feature> features() {
        return List.of(VPIN);
    }

    @Override
    public String name() {
        return "vpin";
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(changes);
        memory.carry(volumes);
        memory.carry(imbalances);
        memory.carry(sizes);
        previousClose = memory.carry(previousClose);
        seen = memory.carry(seen);
        size = memory.carry(size);
        filled = memory.carry(filled);
        bought = memory.carry(bought);
    }
}
