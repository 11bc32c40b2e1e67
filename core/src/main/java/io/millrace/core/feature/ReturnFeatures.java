package io.millrace.core.feature;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import java.util.List;

/** Where the price went, over longer horizons than {@link BasicFeatures} and within the bar. */
final class ReturnFeatures extends Family {
    private static final Feature RETURN_30 = Feature.of("logReturn(30)", "1", 31, "ln(close / close 30 bars before)");
    private static final Feature RETURN_60 = Feature.of("logReturn(60)", "1", 61, "ln(close / close 60 bars before)");
    private static final Feature GAP = Feature.of("gapReturn", "1", 2, "ln(open / close of the bar before)");
    private static final Feature BODY = Feature.of("bodyReturn", "1", 1, "ln(close / open)");
    private static final Feature CLOSE_LOCATION = Feature.of(
                    "closeLocation", "1", 1, "(2 × close − high − low) / (high − low), in [−1, 1]; 0 of a flat bar")
            .by("Chaikin 1982");
    private static final List<Feature> FEATURES = List.of(RETURN_30, RETURN_60, GAP, BODY, CLOSE_LOCATION);

    private final LogReturn thirty = new LogReturn(30);
    private final LogReturn sixty = new LogReturn(60);
    private double previousClose = Double.NaN;

    @Override
    void update(Sample sample, Values out) {
        BarValues bar = sample.values();
        put(thirty, RETURN_30, bar, out);
        put(sixty, RETURN_60, bar, out);
        out.put(GAP, StrictMath.log(bar.open() / previousClose));
        out.put(BODY, StrictMath.log(bar.close() / bar.open()));
        double range = bar.high() - bar.low();
        out.put(CLOSE_LOCATION, range > 0 ? (2 * bar.close() - bar.high() - bar.low()) / range : 0);
        previousClose = bar.close();
    }

    private static void put(LogReturn logReturn, Feature feature, BarValues bar, Values out) {
        logReturn.add(bar.close());
        if (logReturn.isReady()) {
            out.put(feature, logReturn.value());
        }
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "returns";
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(thirty);
        memory.carry(sixty);
        previousClose = memory.carry(previousClose);
    }
}
