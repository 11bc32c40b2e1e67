package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.StateReader;
import io.millrace.core.indicator.StateWriter;
import io.millrace.core.indicator.momentum.Macd;
import java.util.List;
import java.util.Optional;

/**
 * Buys when the MACD line crosses above its signal line, sells when it crosses below it.
 *
 * <p>Source: Appel, Technical Analysis: Power Tools for Active Investors (2005).
 */
final class MacdCross implements Rule {
    static final String SUMMARY =
            "Buys when the MACD line crosses above its signal line, sells when it crosses below it.";
    static final List<StrategyParameter> PARAMETERS = List.of(
            StrategyParameter.bars("fast", 12, 2, 1000, "bars of the fast average"),
            StrategyParameter.bars("slow", 26, 3, 1000, "bars of the slow average, more than fast"),
            StrategyParameter.bars("signal", 9, 1, 1000, "bars of the signal line's average"));

    private final Macd macd;

    MacdCross(Parameters parameters) {
        macd = new Macd(parameters.whole("fast"), parameters.whole("slow"), parameters.whole("signal"));
    }

    @Override
    public Optional<String> reasonToTurn(BarValues bar, boolean entered) {
        boolean comparable = macd.isReady();
        double before = macd.histogram();
        macd.update(bar);
        double now = macd.histogram();
        if (comparable && !entered && before <= 0 && now > 0) {
            return Optional.of(Reasons.of("MACD %.6g crossed above its signal %.6g", macd.line(), macd.signal()));
        }
        if (comparable && entered && before >= 0 && now < 0) {
            return Optional.of(Reasons.of("MACD %.6g crossed below its signal %.6g", macd.line(), macd.signal()));
        }
        return Optional.empty();
    }

    @Override
    public int warmUp() {
        return macd.warmUp() + 1;
    }

    @Override
    public String name() {
        return "macd-cross";
    }

    @Override
    public int stateSize() {
        return macd.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        macd.save(out);
    }

    @Override
    public void load(StateReader in) {
        macd.load(in);
    }
}
