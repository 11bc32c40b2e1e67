package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingMoments;
import io.millrace.core.indicator.RollingSum;
import java.util.List;

/**
 * Who traded, and how busily. The side of a trade is the reported one, else that of the tick rule (Lee, Ready, "Inferring
 * Trade Direction from Intraday Data", 1991), as the bars have it.
 */
final class FlowFeatures extends Family {
    private static final int WINDOW = 20;

    private static final Feature SIGNED_VOLUME = Feature.of(
                    "signedVolume", "units of the instrument", 1, "2 × buyVolume − volume: bought less sold by takers")
            .by("Lee, Ready 1991");
    private static final List<Feature> IMBALANCES = List.of(imbalance(5), imbalance(20), imbalance(60));
    private static final Feature INTENSITY =
            Feature.of("tradeIntensity", "trades per second", 1, "trades of the bar / its length");
    private static final Feature INTENSITY_Z_SCORE = Feature.of(
            "tradeIntensityZScore(20)",
            "deviations",
            WINDOW,
            "(tradeIntensity − mean(20)) / deviation(20); 0 where all are equal");
    private static final List<Feature> FEATURES = List.of(
            SIGNED_VOLUME, IMBALANCES.get(0), IMBALANCES.get(1), IMBALANCES.get(2), INTENSITY, INTENSITY_Z_SCORE);

    private final RollingSum[] signed = {new RollingSum(5), new RollingSum(20), new RollingSum(60)};
    private final RollingSum[] volumes = {new RollingSum(5), new RollingSum(20), new RollingSum(60)};
    private final RollingMoments intensities = new RollingMoments(WINDOW);

    private static Feature imbalance(int bars) {
        return Feature.of(
                        "orderFlowImbalance(" + bars + ")",
                        "1",
                        bars,
                        "Σ signedVolume / Σ volume of the last %d bars, in [−1, 1]; 0 without volume".formatted(bars))
                .by("Lee, Ready 1991");
    }

    @Override
    void update(Sample sample, Values out) {
        out.put(SIGNED_VOLUME, sample.signedVolume());
        for (int i = 0; i < signed.length; i++) {
            signed[i].add(sample.signedVolume());
            volumes[i].add(sample.values().volume());
            if (signed[i].isReady()) {
                double volume = volumes[i].sum();
                out.put(IMBALANCES.get(i), volume > 0 ? signed[i].sum() / volume : 0);
            }
        }
        double intensity = sample.bar().tradeCount() / sample.seconds();
        out.put(INTENSITY, intensity);
        intensities.add(intensity);
        if (intensities.isReady()) {
            double deviation = intensities.deviation();
            out.put(INTENSITY_Z_SCORE, deviation > 0 ? intensities.fromMean(intensity) / deviation : 0);
        }
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "flow";
    }

    @Override
    protected void memory(Memory memory) {
        for (int i = 0; i < signed.length; i++) {
            memory.carry(signed[i]);
            memory.carry(volumes[i]);
        }
        memory.carry(intensities);
    }
}
