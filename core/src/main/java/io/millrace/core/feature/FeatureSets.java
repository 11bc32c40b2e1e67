package io.millrace.core.feature;

import java.util.List;

/** The sets there are. A set never changes under its version: a test keeps what each version declares. */
public final class FeatureSets {
    /** By name, in the order in which a job that computes several sends them. */
    public static final List<String> NAMES = List.of("basic", "benchmark", "market", "quotes");

    private FeatureSets() {}

    /**
     * A new set that has seen nothing.
     *
     * @throws IllegalArgumentException lists the names there are
     */
    public static FeatureSet named(String name) {
        return switch (name) {
            case "basic" -> new FamilySet(name, 1, List.of(new BasicFeatures()));
            case "benchmark" -> new FamilySet(name, 1, List.of(new BenchmarkFeatures()));
            case "market" ->
                new FamilySet(
                        name,
                        1,
                        List.of(
                                new BasicFeatures(),
                                new ReturnFeatures(),
                                new VolatilityFeatures(),
                                new TrendFeatures(),
                                new FlowFeatures(),
                                new TradeFeatures(),
                                new LiquidityFeatures(),
                                new VpinFeatures(),
                                new CalendarFeatures(),
                                new FractionalFeatures()));
            case "quotes" -> new FamilySet(name, 1, List.of(new QuoteFeatures(), new QuotedTradeFeatures()));
            default ->
                throw new IllegalArgumentException(
                        "there is no feature set '" + name + "'; there are " + String.join(", ", NAMES));
        };
    }
}
