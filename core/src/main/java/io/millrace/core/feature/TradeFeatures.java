package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import java.util.List;

/** What only the single trades of a bar tell; absent where only bars are replayed. */
final class TradeFeatures extends Family {
    private static final Feature IMBALANCE = Feature.of(
                    "tradeImbalance", "1", 1, "(trades taken by buyers − by sellers) / trades, in [−1, 1]")
            .by("Lee, Ready 1991")
            .from(FeatureInput.TRADES);
    private static final Feature LARGEST_SHARE = Feature.of(
                    "largestTradeShare", "1", 1, "quantity of the largest trade / volume, in (0, 1]")
            .from(FeatureInput.TRADES);
    private static final Feature BURSTINESS = Feature.of(
                    "tradeBurstiness",
                    "1",
                    1,
                    "(σ − μ) / (σ + μ) of the times between trades, in [−1, 1]: −1 regular, 0 Poisson; of 2 and more")
            .by("Goh, Barabási 2008")
            .from(FeatureInput.TRADES);
    private static final Feature VOLATILITY = Feature.of(
                    "tradeVolatility",
                    "per bar",
                    1,
                    "√Σ (price / price of the trade before − 1)²; bid-ask bounce included")
            .by("Andersen, Bollerslev 1998")
            .from(FeatureInput.TRADES);
    private static final List<Feature> FEATURES = List.of(IMBALANCE, LARGEST_SHARE, BURSTINESS, VOLATILITY);

    @Override
    void update(Sample sample, Values out) {
        if (!sample.hasTrades()) {
            return;
        }
        var flow = sample.flow();
        out.put(IMBALANCE, (flow.buys - flow.sells) / flow.trades);
        out.put(LARGEST_SHARE, flow.largest / flow.volume);
        out.put(VOLATILITY, Math.sqrt(flow.squaredChanges));
        if (flow.gaps >= 2) {
            double mean = flow.meanGap;
            double deviation = Math.sqrt(flow.squaredGapDeviations / flow.gaps);
            out.put(BURSTINESS, deviation + mean > 0 ? (deviation - mean) / (deviation + mean) : 0);
        }
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "trades";
    }

    /** Each bar for itself. */
    @Override
    protected void memory(Memory memory) {}
}
