package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import java.util.List;

/**
 * What trading costs, told from trades alone.
 *
 * <ul>
 *   <li>{@code kyleLambda(50)}: slope of the regression, with intercept, of the close's change on the bar's signed volume
 *       (Kyle, "Continuous Auctions and Insider Trading", 1985; estimated as by Hasbrouck, 2009)
 *   <li>{@code amihud(20)}: mean of |log return| / notional over the bars with volume (Amihud, "Illiquidity and Stock
 *       Returns", 2002)
 *   <li>{@code rollSpread(20)} = 2 √−cov(Δ, Δ before), Δ the relative price changes from trade to trade of the last 20
 *       bars, so relative to the price (Roll, "A Simple Implicit Measure of the Effective Bid-Ask Spread in an Efficient
 *       Market", 1984); 0 where the covariance is positive (Goyenko, Holden, Trzcinka, 2009)
 * </ul>
 */
final class LiquidityFeatures extends Family {
    private static final int IMPACT_WINDOW = 50;
    private static final int WINDOW = 20;
    private static final double MILLION = 1e6;

    private static final Feature KYLE = Feature.of(
                    "kyleLambda(50)",
                    "quote currency per unit of the instrument",
                    IMPACT_WINDOW + 1,
                    "slope of (close − close before) on signedVolume, 50 bars")
            .by("Kyle 1985");
    private static final Feature AMIHUD = Feature.of(
                    "amihud(20)",
                    "per million of quote currency",
                    WINDOW + 1,
                    "10⁶ × mean of |logReturn(1)| / notional, of those of the last 20 bars that have volume")
            .by("Amihud 2002");
    private static final Feature ROLL = Feature.of(
                    "rollSpread(20)",
                    "1",
                    WINDOW,
                    "2 √−cov of successive relative price changes of the trades of 20 bars; 0 if the covariance is above 0")
            .by("Roll 1984")
            .from(FeatureInput.TRADES);
    private static final List<Feature> FEATURES = List.of(KYLE, AMIHUD, ROLL);

    private final Ring signedVolumes = new Ring(IMPACT_WINDOW);
    private final Ring changes = new Ring(IMPACT_WINDOW);
    private final Regression impact = new Regression();
    private final RollingSum illiquidity = new RollingSum(WINDOW);
    private final RollingSum traded = new RollingSum(WINDOW);
    private final RollingSum pairs = new RollingSum(WINDOW);
    private final RollingSum earlier = new RollingSum(WINDOW);
    private final RollingSum later = new RollingSum(WINDOW);
    private final RollingSum products = new RollingSum(WINDOW);
    private double previousClose = Double.NaN;

    @Override
    void update(Sample sample, Values out) {
        double close = sample.values().close();
        if (!Double.isNaN(previousClose)) {
            putImpact(sample, close, out);
            putIlliquidity(sample, close, out);
        }
        previousClose = close;
        putRoll(sample, out);
    }

    private void putImpact(Sample sample, double close, Values out) {
        signedVolumes.add(sample.signedVolume());
        changes.add(close - previousClose);
        if (changes.count() == IMPACT_WINDOW) {
            impact.compute(signedVolumes, changes, IMPACT_WINDOW);
            out.put(KYLE, impact.slope());
        }
    }

    private void putIlliquidity(Sample sample, double close, Values out) {
        double notional = sample.values().notional();
        illiquidity.add(notional > 0 ? MILLION * Math.abs(StrictMath.log(close / previousClose)) / notional : 0);
        traded.add(notional > 0 ? 1 : 0);
        if (illiquidity.isReady()) {
            out.put(AMIHUD, illiquidity.sum() / traded.sum());
        }
    }

    private void putRoll(Sample sample, Values out) {
        boolean seen = sample.hasTrades();
        pairs.add(seen ? sample.flow().changePairs : 0);
        earlier.add(seen ? sample.flow().earlierChanges : 0);
        later.add(seen ? sample.flow().laterChanges : 0);
        products.add(seen ? sample.flow().changeProducts : 0);
        double count = pairs.sum();
        if (pairs.isReady() && count > 0) {
            double covariance = products.sum() / count - earlier.sum() / count * (later.sum() / count);
            out.put(ROLL, 2 * Math.sqrt(Math.max(0, -covariance)));
        }
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "liquidity";
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(signedVolumes);
        memory.carry(changes);
        memory.carry(illiquidity);
        memory.carry(traded);
        memory.carry(pairs);
        memory.carry(earlier);
        memory.carry(later);
        memory.carry(products);
        previousClose = memory.carry(previousClose);
    }
}
