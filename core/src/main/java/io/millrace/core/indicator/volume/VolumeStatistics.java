package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingMoments;

/**
 * How unusual a bar's volume is among the last n bars, itself included: {@code mean} and population {@code deviation} in
 * units of the instrument, {@code zScore} = (volume − mean) / deviation and {@code ratio} = volume / mean without unit.
 *
 * <p>Warm-up: n bars. Where all volumes of the window are equal, nothing is unusual: the z-score is 0, and the ratio 1
 * even of no volume at all.
 */
public final class VolumeStatistics extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("volume", "Volume statistics")
            .bars("period", 20, 2)
            .value("mean", "units of the instrument")
            .value("deviation", "units of the instrument")
            .value("zScore", "deviations")
            .value("ratio", "1")
            .formula("mean and population deviation of the last n volumes; (volume − mean) / deviation; volume / mean")
            .seeding("None: a window of n bars. Where all volumes are equal the z-score is 0 and the ratio 1.")
            .source("Millrace")
            .creates(p -> new VolumeStatistics(p.bars("period")));

    private final int period;
    private final RollingMoments moments;
    private double volume;

    /** @param period n, 2 to 10,000 bars */
    public VolumeStatistics(int period) {
        super(KIND, period);
        this.period = period;
        moments = new RollingMoments(period);
    }

    @Override
    public void update(BarValues bar) {
        volume = bar.volume();
        moments.add(volume);
    }

    public double mean() {
        return moments.mean();
    }

    public double deviation() {
        return moments.deviation();
    }

    public double zScore() {
        double deviation = moments.deviation();
        return deviation > 0 ? moments.fromMean(volume) / deviation : 0;
    }

    public double ratio() {
        double mean = moments.mean();
        return mean > 0 ? volume / mean : 1;
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> mean();
            case 1 -> deviation();
            case 2 -> zScore();
            default -> ratio();
        };
    }

    @Override
    public boolean isReady() {
        return moments.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        volume = memory.carry(volume);
        memory.carry(moments);
    }
}
