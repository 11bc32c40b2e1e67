package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.RollingMoments;
import io.millrace.core.indicator.RollingRange;
import io.millrace.core.indicator.StateReader;
import io.millrace.core.indicator.StateWriter;
import java.util.List;
import java.util.Optional;

/**
 * Buys when a bar closes above the high of the bars before it on unusual volume, sells when one closes below the low of
 * fewer bars before it.
 *
 * <p>Source: Donchian's channel rule as in Faith, Way of the Turtle (2007), entry confirmed by volume as in Edwards,
 * Magee, Technical Analysis of Stock Trends (1948). The bar itself is not among the bars before it, nor its volume in
 * their mean.
 */
final class VolumeBreakout implements Rule {
    static final String SUMMARY = "Buys when the close is above the highest high of the bars before on a volume above"
            + " its mean by a factor, sells when the close is below the lowest low of the bars before.";
    static final List<StrategyParameter> PARAMETERS = List.of(
            StrategyParameter.bars("period", 20, 2, 1000, "bars before, for the high and the mean volume"),
            StrategyParameter.bars("exitPeriod", 10, 1, 1000, "bars before, for the low"),
            StrategyParameter.number("volumeRatio", 2, 0, 1000, "least volume, multiples of the mean volume"));

    private final double volumeRatio;
    private final RollingRange highs;
    private final RollingRange lows;
    private final RollingMoments volumes;

    VolumeBreakout(Parameters parameters) {
        volumeRatio = parameters.number("volumeRatio");
        highs = new RollingRange(parameters.whole("period"));
        lows = new RollingRange(parameters.whole("exitPeriod"));
        volumes = new RollingMoments(parameters.whole("period"));
    }

    @Override
    public Optional<String> reasonToTurn(BarValues bar, boolean entered) {
        var reason = entered ? reasonToExit(bar) : reasonToEnter(bar);
        highs.add(bar.high());
        lows.add(bar.low());
        volumes.add(bar.volume());
        return reason;
    }

    private Optional<String> reasonToEnter(BarValues bar) {
        boolean isBreakout = highs.isReady()
                && lows.isReady()
                && bar.close() > highs.highest()
                && bar.volume() >= volumeRatio * volumes.mean();
        return isBreakout
                ? Optional.of(Reasons.of(
                        "close %.10g above the high %.10g on volume %.6g, mean %.6g",
                        bar.close(), highs.highest(), bar.volume(), volumes.mean()))
                : Optional.empty();
    }

    private Optional<String> reasonToExit(BarValues bar) {
        return lows.isReady() && bar.close() < lows.lowest()
                ? Optional.of(Reasons.of("close %.10g below the low %.10g", bar.close(), lows.lowest()))
                : Optional.empty();
    }

    @Override
    public int warmUp() {
        return Math.max(highs.size(), lows.size()) + 1;
    }

    @Override
    public String name() {
        return "volume-breakout";
    }

    @Override
    public int stateSize() {
        return highs.stateSize() + lows.stateSize() + volumes.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        highs.save(out);
        lows.save(out);
        volumes.save(out);
    }

    @Override
    public void load(StateReader in) {
        highs.load(in);
        lows.load(in);
        volumes.load(in);
    }
}
