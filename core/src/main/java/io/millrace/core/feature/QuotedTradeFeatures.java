package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import java.util.List;

/** What the trades of a bar are beside the quotes that prevailed when they happened; see {@link FeatureEngine}. */
final class QuotedTradeFeatures extends Family {
    private static final int WINDOW = 20;

    private static final Feature SIGNED_VOLUME = quoted(
                    "quotedSignedVolume",
                    "units of the instrument",
                    1,
                    "bought − sold: as reported, else above the prevailing mid bought, below sold, at it by the tick rule")
            .by("Lee, Ready 1991");
    private static final Feature IMBALANCE = quoted(
                    "quotedImbalance(20)",
                    "1",
                    WINDOW,
                    "Σ quotedSignedVolume / Σ volume of the trades with a quote, 20 bars, in [−1, 1]")
            .by("Lee, Ready 1991");
    private static final Feature EFFECTIVE_SPREAD = quoted(
                    "effectiveSpread", "1", 1, "mean by volume of 2 |price − mid| / mid of the bar's trades")
            .by("Lee 1993");
    private static final List<Feature> FEATURES = List.of(SIGNED_VOLUME, IMBALANCE, EFFECTIVE_SPREAD);

    private final RollingSum signed = new RollingSum(WINDOW);
    private final RollingSum volumes = new RollingSum(WINDOW);

    private static Feature quoted(String name, String unit, int warmUp, String meaning) {
        return Feature.of(name, unit, warmUp, meaning).from(FeatureInput.QUOTES);
    }

    @Override
    void update(Sample sample, Values out) {
        var flow = sample.flow();
        boolean seen = flow != null && flow.quotedVolume > 0;
        signed.add(seen ? flow.quotedSignedVolume : 0);
        volumes.add(seen ? flow.quotedVolume : 0);
        if (seen) {
            out.put(SIGNED_VOLUME, flow.quotedSignedVolume);
            out.put(EFFECTIVE_SPREAD, flow.effectiveSpreads / flow.quotedVolume);
        }
        if (signed.isReady()) {
            out.put(IMBALANCE, signed.sum() / volumes.sum());
        }
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "quotedTrades";
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(signed);
        memory.carry(volumes);
    }
}
