package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.StateReader;
import io.millrace.core.indicator.StateWriter;
import io.millrace.core.indicator.momentum.Rsi;
import java.util.List;
import java.util.Optional;

/**
 * Buys when the RSI comes back up through the oversold level, sells when it comes back down through the overbought one.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems (1978): the turn back out of the extreme is the signal,
 * not the extreme. While the close has never moved there is no RSI to turn.
 */
final class RsiReversal implements Rule {
    static final String SUMMARY =
            "Buys when the RSI crosses above the oversold level, sells when it crosses below the overbought level.";
    static final List<StrategyParameter> PARAMETERS = List.of(
            StrategyParameter.bars("period", 14, 2, 1000, "Wilder's RSI over so many bars"),
            StrategyParameter.number("oversold", 30, 0, 100, "level to cross upwards, points of RSI"),
            StrategyParameter.number("overbought", 70, 0, 100, "level to cross downwards, points of RSI"));

    private final double oversold;
    private final double overbought;
    private final Rsi rsi;

    RsiReversal(Parameters parameters) {
        oversold = parameters.number("oversold");
        overbought = parameters.number("overbought");
        rsi = new Rsi(parameters.whole("period"));
        if (oversold >= overbought) {
            throw new IllegalArgumentException(
                    "oversold must be below overbought, were " + oversold + " and " + overbought);
        }
    }

    @Override
    public Optional<String> reasonToTurn(BarValues bar, boolean entered) {
        boolean comparable = rsi.isReady() && rsi.movement() > 0;
        double before = rsi.value();
        rsi.update(bar);
        double now = rsi.value();
        if (comparable && !entered && before <= oversold && now > oversold) {
            return Optional.of(Reasons.of("RSI %.1f, %.1f before, crossed above %.1f", now, before, oversold));
        }
        if (comparable && entered && before >= overbought && now < overbought) {
            return Optional.of(Reasons.of("RSI %.1f, %.1f before, crossed below %.1f", now, before, overbought));
        }
        return Optional.empty();
    }

    @Override
    public int warmUp() {
        return rsi.warmUp() + 1;
    }

    @Override
    public String name() {
        return "rsi-reversal";
    }

    @Override
    public int stateSize() {
        return rsi.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        rsi.save(out);
    }

    @Override
    public void load(StateReader in) {
        rsi.load(in);
    }
}
